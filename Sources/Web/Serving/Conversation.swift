import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// 문답. Answers the requests of one connection, one after another and in their order. A request
/// that came whole is handed on at once and its answer goes out in one write, on the loop that read
/// it. Hummingbird's own channel passes each part of both through a stream between tasks: a fifth
/// of what the event loops need for a recorded donation. What comes and goes is told to a guard,
/// which has its say once a tick.
///
/// Belongs to its connection's event loop, and so do the tasks that answer.
final class Conversation: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    /// Answers up to this length leave in one piece.
    private static let shortBytesMax = 64 * 1024

    private let doorway: Doorway
    private let executor: LoopExecutor
    private let date: AnswerDate
    private let limits: ConnectionLimits
    private let census: ConnectionCensus
    private let logger: Logger
    private var context: ChannelHandlerContext?
    /// What the requests of the connection have in common.
    private var address: String?
    private var state = State.waiting
    /// The request that is being answered, or was last.
    private var asked: WireRequest?
    private var watch: ConnectionGuard
    private var wire = WireCodec()
    private var task: Task<Void, Never>?
    /// Of the requests behind the one that is being answered.
    private var held = CircularBuffer<HTTPServerRequestPart>()
    private var isFeedFull = false
    private var isReadDue = false
    private var endsAfterAnswer = false
    /// The answer says that it is the last.
    private var isLastAnswer = false
    /// Bytes behind the request that is being answered are no request.
    private var isBroken = false
    private var presence: ConnectionPresence?

    init(
        doorway: Doorway, executor: LoopExecutor, date: AnswerDate, limits: ConnectionLimits,
        census: ConnectionCensus, logger: Logger
    ) {
        self.doorway = doorway
        self.executor = executor
        self.date = date
        self.limits = limits
        self.census = census
        self.logger = logger
        watch = ConnectionGuard(limits)
    }
}

// MARK: - The connection

extension Conversation {
    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        presence?.end()
        presence = nil
        if case .answering(let feed?) = state { feed.finish(throwing: ChannelError.eof) }
        state = .over
        task?.cancel()
        context.fireChannelInactive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard presence == nil else { return }
        address = context.remoteAddress?.ipAddress
        let conversation = NIOLoopBound(self, eventLoop: context.eventLoop)
        presence = ConnectionPresence(of: context.channel, in: census, limits) {
            conversation.value.tick()
        }
        if presence == nil { context.close(promise: nil) }
    }

    private func tick() {
        guard let context else { return }
        switch watch.tick(isWritable: context.channel.isWritable) {
        case .nothing: break
        case .close: hangUp(.all)
        case .answer(let problem): answer(problem)
        case .fail(let error): fail(error)
        }
    }

    func bytesCame() { watch.bytesCame() }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        switch event {
        case is ConnectionGuard.SlowAnswer: watch.expectSlowAnswer()
        case is BodyWanted: askForBody()
        default: return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
    }

    private func askForBody() {
        guard let context, !watch.isOver, case .answering(_?) = state,
            asked?.waitsToContinue == true
        else { return }
        asked?.waitsToContinue = false
        let bytes = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }
}

// MARK: - Requests

extension Conversation {
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !watch.isOver else { return }
        let part = unwrapInboundIn(data)
        switch part {
        case .head: watch.headCame()
        case .body(let bytes): watch.bodyCame(bytes.readableBytes)
        case .end: watch.endCame()
        }
        if held.isEmpty { receive(part) } else { held.append(part) }
    }

    private func receive(_ part: HTTPServerRequestPart) {
        switch part {
        case .head(let head): receive(head)
        case .body(let bytes): receive(bytes)
        case .end: receiveEnd()
        }
    }

    private func receive(_ head: HTTPRequestHead) {
        switch state {
        case .waiting:
            do {
                state = .gathering(try WireRequest(head), ByteBuffer())
            } catch {
                fail(error)
            }
        case .answering(nil): held.append(.head(head))
        case .over: break
        default: preconditionFailure("a request begins where the one before it has ended")
        }
    }

    private func receive(_ bytes: ByteBuffer) {
        switch state {
        case .gathering(let head, var body):
            var bytes = bytes
            if body.readableBytes == 0 { body = bytes } else { body.writeBuffer(&bytes) }
            state = .gathering(head, body)
        case .answering(let feed?): isFeedFull = feed.isFull(adding: bytes)
        // Of a body that was given up, because it came too slowly or broke off.
        case .answering(nil), .draining, .over: break
        case .waiting: preconditionFailure("a body comes behind its head")
        }
    }

    private func receiveEnd() {
        switch state {
        case .gathering(let head, let body):
            state = .answering(nil)
            answer(head, RequestBody(buffer: body), whole: body)
        case .answering(let feed?):
            state = .answering(nil)
            isFeedFull = false
            feed.finish()
        case .draining: state = .waiting
        case .answering(nil), .over: break
        case .waiting: preconditionFailure("a request ends behind its head")
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
        state = .answering(feed)
        answer(head, RequestBody(asyncSequence: rest), whole: nil)
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
        fail(error)
    }

    private func fail(_ error: any Error) {
        let isUnreadable = watch.noteUnreadable(error)
        switch state {
        case .answering(let feed):
            state = .answering(nil)
            feed?.finish(throwing: isUnreadable ? HTTPParserError.unknown : error)
            isBroken = isUnreadable
            endsAfterAnswer = !isUnreadable
        case .over: break
        default: if isUnreadable { refuse() } else { hangUp(.all) }
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
            end(.output)
        case is ChannelShouldQuiesceEvent: end(.all)
        case is Ending:
            task?.cancel()
            end(.all)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// Now, or once the answer in the making is out.
    private func end(_ mode: CloseMode) {
        switch state {
        case .answering: endsAfterAnswer = true
        default:
            state = .over
            hangUp(mode)
        }
    }
}

// MARK: - Answers

extension Conversation {
    private func answer(_ asked: WireRequest, _ body: RequestBody, whole: ByteBuffer?) {
        guard let context else { return }
        self.asked = asked
        let request = Request(head: asked.head, body: body)
        let beginning = WebContext(
            channel: context.channel, address: address, body: whole, logger: logger)
        let conversation = NIOLoopBound(self, eventLoop: context.eventLoop)
        task = Task(executorPreference: executor) { [doorway] in
            do {
                let response = try await doorway.respond(to: request, context: beginning)
                let length = response.body.contentLength ?? .max
                conversation.value.begin(response)
                try await response.body.write(
                    AnswerWriter(
                        conversation: conversation, isShort: length <= Conversation.shortBytesMax))
                conversation.value.finish(closing: asked.isLast)
            } catch is HTTPParserError {
                conversation.value.refuse()
            } catch {
                // Half an answer is worse than none: the other side has to see that it broke off.
                conversation.value.close()
            }
        }
    }

    private func begin(_ response: Response) {
        guard !watch.isOver else { return }
        watch.answerBegins()
        isLastAnswer = wire.begin(
            response.status, response.headers, date: date.field,
            takesChunks: asked?.isOld == false)
    }

    /// - Parameter bytes: of a body; a short one waits for its end.
    func write(_ bytes: ByteBuffer) {
        guard let context, !watch.isOver else { return }
        wire.append(bytes) { context.write(wrapOutboundOut($0), promise: nil) }
    }

    /// - Returns: done once the bytes are on their way.
    func send(_ bytes: ByteBuffer) throws -> EventLoopFuture<Void> {
        guard let context, !watch.isOver else { throw ChannelError.ioOnClosedChannel }
        watch.answerGoesOn()
        write(bytes)
        return context.writeAndFlush(wrapOutboundOut(wire.take()))
    }

    /// Writes the end of an answer and sends what waited for it.
    func end(_ trailers: HTTPFields?) {
        guard let context, !watch.isOver else { return }
        watch.answerEnds()
        wire.end(trailers)
        let bytes = wrapOutboundOut(wire.take())
        if isLastAnswer {
            context.write(bytes, promise: nil)
            leaveTheRest()
        } else if endsAfterAnswer {
            state = .over
            let conversation = NIOLoopBound(self, eventLoop: context.eventLoop)
            context.writeAndFlush(bytes).whenComplete { _ in conversation.value.close() }
        } else {
            context.write(bytes, promise: nil)
            executor.send(from: context)
        }
    }

    /// The answer is written, its end included.
    private func finish(closing: Bool) {
        task = nil
        guard !watch.isOver else { return }
        switch state {
        case .answering(nil): state = .waiting
        case .answering: state = .draining
        default: return
        }
        isFeedFull = false
        if closing {
            state = .over
            hangUp(.output)
        } else if isBroken {
            refuse()
        } else {
            goOn()
        }
    }

    private func goOn() {
        if !held.isEmpty {
            let parts = held
            held.removeAll()
            for part in parts { if held.isEmpty { receive(part) } else { held.append(part) } }
        }
        feedTheRest()
        readOn()
    }

    /// Answers bytes that are no HTTP.
    private func refuse() { answer(watch.failure) }

    /// Answers though there is no request to read.
    private func answer(_ problem: Problem) {
        guard let context, !watch.isOver else { return }
        let (fields, body) = problem.unread
        _ = wire.begin(problem.kind.status, fields, date: date.field)
        write(body)
        context.write(wrapOutboundOut(wire.take()), promise: nil)
        leaveTheRest()
    }

    /// Ends our side and leaves the other a moment to read the answer.
    private func leaveTheRest() {
        watch.finish()
        hangUp(.output)
    }

    /// Once what was written is sent, an answer too that waits for the end of the loop's round.
    private func hangUp(_ mode: CloseMode) {
        context?.flush()
        context?.close(mode: mode, promise: nil)
    }

    private func close() {
        state = .over
        if !watch.isOver { hangUp(.all) }
    }
}
