/// Unpacks one part of a ZIP file in pieces of bounded size, and holds what comes out against the
/// size and the checksum that were promised.
package final class ZipPartReader {
    private static let pieceBytesMax = 64 << 10

    private let archive: ZipArchive
    private let part: ZipArchive.Part
    private let inflater: Inflater?
    private var offset: Int
    private var size = 0
    private var sum = CRC32()
    private var isFinished = false

    init(_ part: ZipArchive.Part, of archive: ZipArchive) {
        self.archive = archive
        self.part = part
        inflater = part.isDeflated ? Inflater() : nil
        offset = part.packed.lowerBound
    }

    /// The next piece, never empty; `nil` after the last, once size and checksum have held.
    package func next() throws(FileFault) -> [UInt8]? {
        guard !isFinished else { return nil }
        let piece =
            try inflater.map { inflater throws(FileFault) in try unpack(inflater) } ?? copy()
        guard !piece.isEmpty else {
            isFinished = true
            guard size == part.size, sum.value == part.sum, offset == part.packed.upperBound
            else { throw .zipDamaged(part.name) }
            return nil
        }
        size += piece.count
        // More than was promised: the limits were held against the promise.
        guard size <= part.size else { throw .zipDamaged(part.name) }
        sum.update(with: piece)
        return piece
    }

    private func copy() -> [UInt8] {
        let end = min(offset + ZipPartReader.pieceBytesMax, part.packed.upperBound)
        defer { offset = end }
        return Array(archive.bytes[offset..<end])
    }

    private func unpack(_ inflater: Inflater) throws(FileFault) -> [UInt8] {
        var read: Int?
        let piece = archive.bytes.withUnsafeBufferPointer { bytes in
            [UInt8](unsafeUninitializedCapacity: ZipPartReader.pieceBytesMax) { output, count in
                let input = UnsafeBufferPointer(rebasing: bytes[offset..<part.packed.upperBound])
                let step = inflater.inflate(input, into: output)
                read = step?.read
                count = step?.written ?? 0
            }
        }
        guard let read else { throw .zipDamaged(part.name) }
        offset += read
        // Neither output nor an end: the compressed bytes stop too early.
        guard !piece.isEmpty || inflater.isFinished else { throw .zipDamaged(part.name) }
        return piece
    }
}
