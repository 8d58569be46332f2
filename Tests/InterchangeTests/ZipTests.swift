import Foundation
import Interchange
import Testing

@Suite struct ZipTests {
    /// `<a>`, twenty times "Pumasi, Pumasi, Pumasi. ", `</a>`: unpacked, and by Python's zlib.
    static let text = "<a>" + String(repeating: "Pumasi, Pumasi, Pumasi. ", count: 20) + "</a>"
    static let deflated: [UInt8] = [
        0xB3, 0x49, 0xB4, 0x0B, 0x28, 0xCD, 0x4D, 0x2C, 0xCE, 0xD4, 0x51, 0x40,
        0xA5, 0xF5, 0x14, 0x46, 0xC5, 0x87, 0x87, 0xB8, 0x8D, 0x7E, 0xA2, 0x1D,
        0x00,
    ]

    private func write<Sink: ByteSink>(to sink: Sink) throws -> Sink {
        var writer = ZipWriter(sink)
        try writer.add("mimetype", Array("application/hwp+zip".utf8))
        try writer.begin("Contents/본문.xml")
        try writer.write(Array("<p>".utf8))
        try writer.write(Array("</p>".utf8))
        try writer.end()
        return try writer.finish()
    }

    @Test func `Parts are written stored, dated 1980-01-01, byte for byte`() throws {
        let bytes = try write(to: [UInt8]())
        let golden =
            "504b03041400000000000000210082f041471300000013000000080000006d696d6574797065"
            + "6170706c69636174696f6e2f6877702b7a6970504b030414000008000000002100e7392e8007"
            + "0000000700000013000000436f6e74656e74732febb3b8ebacb82e786d6c3c703e3c2f703e50"
            + "4b010214001400000000000000210082f0414713000000130000000800000000000000000000"
            + "000000000000006d696d6574797065504b0102140014000008000000002100e7392e80070000"
            + "0007000000130000000000000000000000000039000000436f6e74656e74732febb3b8ebacb8"
            + "2e786d6c504b0506000000000200020077000000710000000000"
        #expect(bytes.map(hexadecimal).joined() == golden)
        #expect(try write(to: [UInt8]()) == bytes)
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }

    @Test func `The mimetype lies where readers of magic numbers look`() throws {
        let bytes = try write(to: [UInt8]())
        #expect(bytes[30..<57].elementsEqual("mimetypeapplication/hwp+zip".utf8))
        #expect(bytes[28..<30] == [0, 0], "no extra field")
    }

    @Test func `A file on disk gets the same bytes as one in memory`() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data().write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let handle = try FileHandle(forWritingTo: url)
        _ = try write(to: FileSink(handle))
        try handle.close()
        #expect(try [UInt8](Data(contentsOf: url)) == write(to: [UInt8]()))
    }

    @Test func `What was written is read back`() throws {
        let archive = try ZipArchive(write(to: [UInt8]()))
        #expect(archive.parts.map(\.name) == ["mimetype", "Contents/본문.xml"])
        let part = try #require(archive.part(named: "Contents/본문.xml"))
        #expect(try archive.bytes(of: part) == Array("<p></p>".utf8))
        #expect(archive.part(named: "contents/본문.xml") == nil)
    }

    @Test func `A deflated part is unpacked`() throws {
        let part = ZipFile.Part("a.xml", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
        let archive = try ZipArchive(ZipFile(parts: [part]).bytes)
        let found = try #require(archive.part(named: "a.xml"))
        #expect(try archive.bytes(of: found) == Array(ZipTests.text.utf8))
    }

    @Test func `A comment and an empty archive are fine`() throws {
        #expect(try ZipArchive(ZipFile(comment: Array("hello".utf8)).bytes).parts == [])
    }
}
