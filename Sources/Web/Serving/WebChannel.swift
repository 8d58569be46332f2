import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// Hummingbird's HTTP/1.1 channel with our limits, its work on the channel's own event loop.
struct WebChannel: ServerChildChannel {
    private let base: HTTP1Channel
    /// By event loop; they live as long as the server, as their jobs need.
    private let executors: [ObjectIdentifier: LoopExecutor]

    init(
        group: MultiThreadedEventLoopGroup, limits: ConnectionLimits, census: ConnectionCensus,
        responder: @escaping HTTPChannelHandler.Responder
    ) {
        base = HTTP1Channel(
            responder: responder,
            configuration: .init(
                additionalChannelHandlers: [ConnectionGuard(limits: limits, census: census)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headBytesMax,
                    maxHeaderListSize: limits.headBytesMax,
                    maxHeaderFieldCount: limits.headFieldsMax)))
        executors = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { loop in
                (ObjectIdentifier(loop), LoopExecutor(loop))
            })
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        base.setup(channel: channel, logger: logger)
    }

    /// When the connection closes nobody waits for its answer any more, so its task is
    /// cancelled; what was handed to the ledger finishes there.
    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        let executor = executors[ObjectIdentifier(value.channel.eventLoop)]
        let task = Task(executorPreference: executor) {
            await base.handle(value: value, logger: logger)
        }
        value.channel.closeFuture.whenComplete { _ in task.cancel() }
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
