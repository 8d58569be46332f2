import NIOCore

/// 본문 공급. The rest of a request's body on its way from the connection to whoever reads it. When
/// more waits than is taken, the connection is read no further.
struct BodyFeed: Sendable {
    typealias Body = NIOThrowingAsyncSequenceProducer<
        ByteBuffer, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark,
        Demand
    >

    /// Tells the connection, on its loop, that more is wanted, or nothing any more.
    struct Demand: NIOAsyncSequenceProducerDelegate {
        fileprivate let conversation: NIOLoopBound<Conversation>
        fileprivate let loop: any EventLoop

        func produceMore() { tell() }

        func didTerminate() { tell() }

        private func tell() {
            let conversation = conversation
            loop.execute { conversation.value.feedWantsMore() }
        }
    }

    private let source: Body.Source

    /// Called on the loop.
    static func make(
        for conversation: Conversation, on loop: any EventLoop
    ) -> (feed: BodyFeed, body: Body) {
        let made = Body.makeSequence(
            backPressureStrategy: .init(lowWatermark: 2, highWatermark: 10),
            // Whoever answers without reading the rest lets go of it.
            finishOnDeinit: true,
            delegate: Demand(
                conversation: NIOLoopBound(conversation, eventLoop: loop), loop: loop))
        return (BodyFeed(source: made.source), made.sequence)
    }

    /// - Returns: whether it is time to wait.
    func isFull(adding bytes: ByteBuffer) -> Bool {
        switch source.yield(bytes) {
        case .stopProducing: true
        case .produceMore, .dropped: false
        }
    }

    func finish() { source.finish() }

    func finish(throwing error: any Error) { source.finish(error) }
}
