import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// 문답. Answers the requests of one connection, one after another and in their order. A request
/// that came whole is handed on at once and its answer goes out in one write, on the loop that read
/// it. Hummingbird's own channel passes each part of both through a stream between tasks: a fifth
/// of what the event loops need for a recorded donation.
///
/// Belongs to its connection's event loop, and so do the tasks that answer.
final class Conversation: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// The server ends, and waits no longer.
    struct Ending: Sendable {}

    private enum State {
        case waiting
        /// Parts that came in one go, so far.
        case gathering(HTTPRequest, ByteBuffer)
        /// With what takes the rest of its body, unless that has come.
        case answering(BodyFeed?)
        /// Answered; the rest of its body is thrown away.
        case draining
        case over
    }

    /// Answers up to this length leave in one piece.
    private static let shortBytesMax = 64 * 1024

    private let doorway: Doorway
    private let executor: LoopExecutor
    private let date: AnswerDate
    private let logger: Logger
    private var context: ChannelHandlerContext?
    /// What the requests of the connection have in common.
    private var address: String?
    private var state = State.waiting
    private var task: Task<Void, Never>?
    /// Of the requests behind the one that is being answered.
    private var held = CircularBuffer<HTTPRequestPart>()
    private var isFeedFull = false
    private var isReadDue = false
    private var endsAfterAnswer = false
    /// Bytes behind the request that is being answered are no request.
    private var isBroken = false

    init(doorway: Doorway, executor: LoopExecutor, date: AnswerDate, logger: Logger) {
        self.doorway = doorway
        self.executor = executor
        self.date = date
        self.logger = logger
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        address = context.remoteAddress?.ipAddress
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        address = context.remoteAddress?.ipAddress
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if case .answering(let feed?) = state { feed.finish(throwing: ChannelError.eof) }
        state = .over
        task?.cancel()
        context.fireChannelInactive()
    }
}

// MARK: - Requests

extension Conversation {
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        receive(unwrapInboundIn(data))
    }

    private func receive(_ part: HTTPRequestPart) {
        guard held.isEmpty else { return held.append(part) }
        switch (state, part) {
        case (.waiting, .head(let head)): state = .gathering(head, ByteBuffer())
        case (.gathering(let head, var body), .body(var bytes)):
            if body.readableBytes == 0 { body = bytes } else { body.writeBuffer(&bytes) }
            state = .gathering(head, body)
        case (.gathering(let head, let body), .end): answer(head, whole: body)
        case (.answering(let feed?), .body(let bytes)): isFeedFull = feed.isFull(adding: bytes)
        case (.answering(let feed?), .end):
            state = .answering(nil)
            isFeedFull = false
            feed.finish()
        case (.answering(nil), .head): held.append(part)
        // Of a body that was given up, because it came too slowly or broke off.
        case (.answering(nil), .body), (.answering(nil), .end), (.draining, .body): break
        case (.draining, .end): state = .waiting
        case (.over, _): break
        default: preconditionFailure("the decoder gives the parts of a request in their order")
        }
    }

    /// What did not come whole is handed on while it comes: who may not ask is told so before.
    func channelReadComplete(context: ChannelHandlerContext) {
        feedTheRest()
        context.fireChannelReadComplete()
    }

    private func feedTheRest() {
        guard case .gathering(let head, let body) = state, let context else { return }
        let (feed, rest) = BodyFeed.make(for: self, on: context.eventLoop)
        if body.readableBytes > 0 { isFeedFull = feed.isFull(adding: body) }
        answer(head, by: feed, RequestBody(asyncSequence: rest))
    }

    func read(context: ChannelHandlerContext) {
        if isFeedFull || !held.isEmpty { isReadDue = true } else { context.read() }
    }

    /// The body is wanted, or nobody reads it any more.
    func feedWantsMore() {
        isFeedFull = false
        readOn()
    }

    private func readOn() {
        guard isReadDue, !isFeedFull, held.isEmpty else { return }
        isReadDue = false
        context?.read()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isUnreadable = error is HTTPParserError
        switch state {
        case .answering(let feed):
            state = .answering(nil)
            feed?.finish(throwing: error)
            isBroken = isUnreadable
            endsAfterAnswer = !isUnreadable
        case .over: break
        default: if isUnreadable { refuse() } else { context.close(promise: nil) }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            if case .answering(let feed?) = state {
                state = .answering(nil)
                feed.finish(throwing: ChannelError.inputClosed)
            }
            // What is still on its way goes out.
            end { context.close(mode: .output, promise: nil) }
        case is ChannelShouldQuiesceEvent: end { context.close(promise: nil) }
        case is Ending:
            task?.cancel()
            end { context.close(promise: nil) }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Now, or once the answer in the making is out.
    private func end(_ close: () -> Void) {
        switch state {
        case .answering: endsAfterAnswer = true
        default:
            state = .over
            close()
        }
    }
}

// MARK: - Answers

extension Conversation {
    private func answer(_ head: HTTPRequest, whole body: ByteBuffer) {
        state = .answering(nil)
        answer(Request(head: head, body: RequestBody(buffer: body)), body)
    }

    private func answer(_ head: HTTPRequest, by feed: BodyFeed, _ body: RequestBody) {
        state = .answering(feed)
        answer(Request(head: head, body: body), nil)
    }

    private func answer(_ request: Request, _ body: ByteBuffer?) {
        guard let context else { return }
        let asked = WebContext(
            channel: context.channel, address: address, body: body, logger: logger)
        let conversation = NIOLoopBound(self, eventLoop: context.eventLoop)
        task = Task(executorPreference: executor) { [doorway] in
            do {
                let response = try await doorway.respond(to: request, context: asked)
                let length = response.body.contentLength ?? .max
                conversation.value.begin(response)
                try await response.body.write(
                    AnswerWriter(
                        conversation: conversation, isShort: length <= Conversation.shortBytesMax))
                conversation.value.finish(closing: request.headers[.connection] == "close")
            } catch is HTTPParserError {
                conversation.value.refuse()
            } catch {
                // Half an answer is worse than none: the other side has to see that it broke off.
                conversation.value.close()
            }
        }
    }

    private func begin(_ response: Response) {
        var head = response.head
        head.headerFields.append(date.field)
        write(.head(head))
    }

    func write(_ part: HTTPResponsePart) {
        context?.write(wrapOutboundOut(part), promise: nil)
    }

    /// - Returns: done once the bytes are on their way.
    func send(_ bytes: ByteBuffer) throws -> EventLoopFuture<Void> {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        return context.writeAndFlush(wrapOutboundOut(.body(bytes)))
    }

    /// Writes the end of an answer and sends what waited for it.
    func end(_ trailers: HTTPFields?) {
        guard let context else { return }
        guard endsAfterAnswer else {
            return context.writeAndFlush(wrapOutboundOut(.end(trailers)), promise: nil)
        }
        state = .over
        let loop = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(trailers)))
            .whenComplete { _ in loop.value.close() }
    }

    /// The answer is written, its end included.
    private func finish(closing: Bool) {
        guard let context else { return }
        task = nil
        switch state {
        case .answering(nil): state = .waiting
        case .answering: state = .draining
        default: return
        }
        isFeedFull = false
        if closing {
            state = .over
            context.close(mode: .output, promise: nil)
        } else if isBroken {
            refuse()
        } else {
            goOn()
        }
    }

    private func goOn() {
        let parts = held
        held.removeAll()
        for part in parts { receive(part) }
        feedTheRest()
        readOn()
    }

    /// A bare answer to bytes that are no HTTP; `ConnectionGuard` puts the problem in its place.
    private func refuse() {
        state = .over
        write(.head(HTTPResponse(status: .badRequest, headerFields: [.contentLength: "0"])))
        write(.end(nil))
        context?.flush()
        context?.close(mode: .output, promise: nil)
    }

    private func close() {
        state = .over
        context?.close(promise: nil)
    }
}

/// Takes the body of an answer. A short one waits for its end, so that all of it is one write; of a
/// long one each part is on its way before the next is asked for.
private struct AnswerWriter: ResponseBodyWriter, Sendable {
    let conversation: NIOLoopBound<Conversation>
    let isShort: Bool

    mutating func write(_ buffer: ByteBuffer) async throws {
        if isShort {
            conversation.value.write(.body(buffer))
        } else {
            try await conversation.value.send(buffer).get()
        }
    }

    consuming func finish(_ trailers: HTTPFields?) async throws {
        conversation.value.end(trailers)
    }
}
