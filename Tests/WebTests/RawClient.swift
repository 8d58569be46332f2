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
        try await connect().executeThenClose { inbound, outbound in
            try await send(outbound)
            var answer = ByteBuffer()
            for try await var part in inbound { answer.writeBuffer(&part) }
            return String(buffer: answer)
        }
    }

    /// Sends `last` once `word` has come.
    /// - Returns: what comes behind the word; all that came, where the word is not the first.
    func converse(
        _ first: String, awaiting word: String, then last: String
    ) async throws -> String {
        try await connect().executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: first))
            var answer = ""
            var isAsked = false
            for try await part in inbound {
                answer += String(buffer: part)
                guard !isAsked, answer.hasPrefix(word) else { continue }
                isAsked = true
                answer.removeFirst(word.count)
                try await outbound.write(ByteBuffer(string: last))
            }
            return answer
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: Interface.group)
            .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
    }
}
