import Interchange

/// Counts what is read through it.
final class ByteMeter: ByteReader {
    private var bytes: any ByteReader
    private(set) var count: Int64 = 0

    init(_ bytes: any ByteReader) {
        self.bytes = bytes
    }

    func read(upTo bytesMax: Int) throws -> [UInt8] {
        let chunk = try bytes.read(upTo: bytesMax)
        count += Int64(chunk.count)
        return chunk
    }
}
