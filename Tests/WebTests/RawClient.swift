import NIOCore
import NIOPosix

/// Speaks bytes, not HTTP: what a careless or hostile client sends.
struct RawClient {
    let port: Int

    /// Sends `parts` one after the other and reads until the server closes.
    func exchange(_ parts: [String]) async throws -> String {
        try await exchange { outbound in
            for part in parts { try await outbound.write(ByteBuffer(string: part)) }
        }
    }

    func exchange(
        _ send: @Sendable (NIOAsyncChannelOutboundWriter<ByteBuffer>) async throws -> Void
    ) async throws -> String {
        let channel = try await ClientBootstrap(group: Interface.group)
            .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await send(outbound)
            var answer = ByteBuffer()
            for try await var part in inbound { answer.writeBuffer(&part) }
            return String(buffer: answer)
        }
    }
}
