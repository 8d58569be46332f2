import HTTPTypes
import Hometown
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Watches one connection: how fast requests come, how long answers take, whether they are
/// fetched. Sits between the HTTP codec and Hummingbird, which times idleness only and answers
/// what it cannot parse with an empty 400; that answer is replaced here by a proper problem.
///
/// Belongs to its connection's event loop. Two things are followed: what is being read
/// (`Reading`) and how many requests still wait for the end of their answer (`unanswered`).
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Reading {
        /// Nothing of a request yet: becomes `head` with the first byte.
        case nothing
        /// Part of a header block: becomes `body`.
        case head
        /// Until the end of the request: becomes `nothing`.
        case body(bytes: Int)
        /// The last answer is out or the connection has failed: what comes is thrown away.
        case over
    }

    private let limits: ConnectionLimits
    private let census: ConnectionCensus
    private var reading = Reading.nothing
    private var readingTicks = 0
    private var unanswered = 0
    private var answerTicks = 0
    private var answerMsMax: Int
    private var stallTicks = 0
    private var endsWithAnswer = false
    /// What an answer to unreadable bytes says.
    private var failure: Problem?
    private var address: String?
    private var isCounted = false
    private var timer: RepeatedTask?

    init(limits: ConnectionLimits, census: ConnectionCensus) {
        self.limits = limits
        self.census = census
        answerMsMax = limits.answerMsMax
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let watch = ByteWatch { [unowned self] in firstBytesCame() }
        do {
            try context.pipeline.syncOperations.addHandler(watch, position: .first)
        } catch {
            context.fireErrorCaught(error)
        }
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard timer == nil else { return }
        address = census.address(of: context.channel)
        guard census.enter(address, max: limits.connectionsPerAddressMax) else {
            context.close(promise: nil)
            return
        }
        isCounted = true
        let period = TimeAmount.milliseconds(Int64(limits.tickMs))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: period, delay: period) { _ in
            let (guardian, context) = bound.value
            guardian.tick(context)
        }
    }

    private func end() {
        timer?.cancel()
        timer = nil
        if isCounted { census.leave(address) }
        isCounted = false
    }

    private func firstBytesCame() {
        if case .nothing = reading { read(.head) }
    }

    private func read(_ state: Reading) {
        reading = state
        readingTicks = 0
    }
}

extension ConnectionGuard {
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .over = reading { return }
        switch unwrapInboundIn(data) {
        case .head:
            if unanswered == 0 { answerTicks = 0 }
            unanswered += 1
            read(.body(bytes: 0))
        case .body(let buffer):
            if case .body(let bytes) = reading {
                reading = .body(bytes: bytes + buffer.readableBytes)
            }
            bodyCame()
        case .end:
            bodyCame()
            read(.nothing)
        }
        context.fireChannelRead(data)
    }

    /// While its body comes, at the least rate or faster, nobody can answer a request. What comes
    /// behind it on the same connection says nothing of it.
    private func bodyCame() {
        if unanswered == 1 { answerTicks = 0 }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: failure = .headersTooLarge
        case is HTTPParserError: failure = .malformedRequest
        case is ChannelError, is IOError: return context.fireErrorCaught(error)
        default:
            // The codec's own refusals: Hummingbird answers only errors of the parser.
            failure = .malformedRequest
            return context.fireErrorCaught(HTTPParserError.unknown)
        }
        context.fireErrorCaught(error)
    }

    /// What a handler says of the request that it is about to answer.
    struct SlowAnswer: Sendable {}

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard event is SlowAnswer else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        answerMsMax = limits.slowAnswerMsMax
        promise?.succeed()
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        if case .over = reading {
            promise?.succeed()
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            answerTicks = 0
            if let failure, ConnectionGuard.isBare(head) {
                promise?.succeed()
                return answer(context, failure)
            }
            endsWithAnswer = head.headerFields[.connection] == "close"
            context.write(data, promise: promise)
        case .body:
            // An answer that goes on is no late one; who does not take it is seen by the stall.
            answerTicks = 0
            context.write(data, promise: promise)
        case .end:
            unanswered -= 1
            answerTicks = 0
            answerMsMax = limits.answerMsMax
            guard endsWithAnswer else { return context.write(data, promise: promise) }
            context.writeAndFlush(data, promise: promise)
            finish(context)
        }
    }

    /// Hummingbird's answer to bytes that are no HTTP; none of ours is a 400 without a body.
    private static func isBare(_ head: HTTPResponse) -> Bool {
        head.status == .badRequest && head.headerFields[.contentLength] == "0"
    }

    /// Answers in both languages' common form, Korean, because no header could be read.
    private func answer(_ context: ChannelHandlerContext, _ problem: Problem) {
        let body = ByteBuffer(bytes: problem.document(in: .korean, instance: "unread").bytes)
        let head = HTTPResponse(
            status: problem.kind.status,
            headerFields: [
                .contentType: "application/problem+json", .connection: "close",
                .contentLength: "\(body.readableBytes)", .cacheControl: "no-store",
                .contentLanguage: Language.korean.rawValue,
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        finish(context)
    }

    /// Ends our side and leaves the other a moment to read the answer.
    private func finish(_ context: ChannelHandlerContext) {
        read(.over)
        context.close(mode: .output, promise: nil)
    }

    func tick(_ context: ChannelHandlerContext) {
        readingTicks += 1
        stallTicks = context.channel.isWritable ? 0 : stallTicks + 1
        if unanswered > 0 { answerTicks += 1 }
        if stallTicks >= limits.ticks(limits.stallMsMax) { return context.close(promise: nil) }
        switch reading {
        case .nothing:
            if unanswered == 0, readingTicks >= limits.ticks(limits.idleMsMax) {
                return context.close(promise: nil)
            }
        case .head:
            if unanswered == 0, readingTicks >= limits.ticks(limits.headMsMax) {
                failure = .requestTooSlow
                return context.fireErrorCaught(HTTPParserError.unknown)
            }
        case .body(let bytes):
            if isTooSlow(bytes) { return context.fireErrorCaught(Problem.requestTooSlow) }
        case .over:
            if readingTicks >= limits.ticks(limits.lingerMsMax) { context.close(promise: nil) }
            return
        }
        if answerTicks >= limits.ticks(answerMsMax) { answer(context, .answerTooSlow) }
    }

    private func isTooSlow(_ bytes: Int) -> Bool {
        readingTicks >= limits.ticks(limits.bodyGraceMs)
            && bytes * 1_000 < readingTicks * limits.tickMs * limits.bodyBytesPerSecondMin
    }
}

/// Stands before the decoder, which says nothing until a header block is whole.
private final class ByteWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let bytesCame: () -> Void

    init(_ bytesCame: @escaping () -> Void) {
        self.bytesCame = bytesCame
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytesCame()
        context.fireChannelRead(data)
    }
}
