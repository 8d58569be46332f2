import HummingbirdCore
import Interchange
import NIOCore

extension UnnamedFile {
    /// Of what is held at once on its way out.
    private static let chunkBytesMax = 256 << 10

    /// Sends all that was written into it.
    func send(to writer: inout any ResponseBodyWriter) async throws {
        try rewind()
        while true {
            let chunk = try read(bytesMax: UnnamedFile.chunkBytesMax)
            guard !chunk.isEmpty else { return }
            try await writer.write(ByteBuffer(bytes: chunk))
        }
    }
}
