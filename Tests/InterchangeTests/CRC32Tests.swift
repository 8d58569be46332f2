import Interchange
import Testing

@Suite struct CRC32Tests {
    @Test func `The check value of the standard comes out`() {
        #expect(CRC32("123456789".utf8).value == 0xCBF4_3926)
        #expect(CRC32([]).value == 0)
    }

    @Test func `Pieces give what the whole gives`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var sum = CRC32()
        for start in stride(from: 0, to: bytes.count, by: 33) {
            sum.update(with: bytes[start..<min(start + 33, bytes.count)])
        }
        #expect(sum == CRC32(bytes))
    }
}
