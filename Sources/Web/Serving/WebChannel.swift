import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection of HTTP/1.1 with our limits, its work on the channel's own event loop.
struct WebChannel: ServerChildChannel {
    /// A connection that is being served.
    struct Line: ServerChildChannelValue {
        let channel: any Channel
    }

    private let doorway: Doorway
    private let limits: ConnectionLimits
    private let census: ConnectionCensus
    private let date: AnswerDate
    /// By event loop; they live as long as the server, as their jobs need.
    private let executors: [ObjectIdentifier: LoopExecutor]

    init(
        group: MultiThreadedEventLoopGroup, limits: ConnectionLimits, census: ConnectionCensus,
        doorway: Doorway
    ) {
        self.doorway = doorway
        self.limits = limits
        self.census = census
        date = AnswerDate(uptime: doorway.uptime)
        executors = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { loop in
                (ObjectIdentifier(loop), LoopExecutor(loop))
            })
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Line> {
        channel.eventLoop.makeCompletedFuture {
            guard let executor = executors[ObjectIdentifier(channel.eventLoop)] else {
                preconditionFailure("connections come in on the loops of the group")
            }
            var decoding = NIOHTTPDecoderLimitConfiguration()
            decoding.maxHeaderFieldSize = limits.headBytesMax
            decoding.maxHeaderListSize = limits.headBytesMax
            decoding.maxHeaderFieldCount = limits.headFieldsMax
            let conversation = Conversation(
                doorway: doorway, executor: executor, date: date, limits: limits, census: census,
                logger: logger)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(ByteWatch(conversation))
            try pipeline.addHandler(
                ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: decoding)))
            try pipeline.addHandler(conversation)
            return Line(channel: channel)
        }
    }

    /// Until the connection closes. Then nobody waits for its answer any more, so the task that
    /// makes it is cancelled; what was handed to the ledger finishes there.
    func handle(value: Line, logger: Logger) async {
        await withTaskCancellationHandler {
            // It fails where the connection did, which is an end too.
            try? await value.channel.closeFuture.get()
        } onCancel: {
            value.channel.pipeline.fireUserInboundEventTriggered(Conversation.Ending())
        }
    }
}
