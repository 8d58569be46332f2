import Testing

@testable import Interchange

@Suite struct GzipFileTests {
    @Test func `A gzip file holds what was packed, its checksum and its length`() {
        let plain = Array(ZipTests.text.utf8)
        let file = GzipFile(of: plain).bytes
        #expect(file.count < plain.count)
        // Deflated, with no name and no time (RFC 1952, 2.3).
        #expect(Array(file.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        let inflater = Inflater()
        var unpacked = [UInt8](repeating: 0, count: plain.count + 1)
        let moved = file.dropFirst(10).withUnsafeBufferPointer { input in
            unpacked.withUnsafeMutableBufferPointer { inflater.inflate(input, into: $0) }
        }
        #expect(moved?.read == file.count - 18)
        #expect(moved?.written == plain.count)
        #expect(inflater.isFinished)
        #expect(Array(unpacked.dropLast()) == plain)
        let end = [CRC32(plain).value, UInt32(plain.count)].flatMap { number in
            [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
        }
        #expect(Array(file.suffix(8)) == end)
        #expect(GzipFile(of: plain) == GzipFile(of: plain))
    }
}
