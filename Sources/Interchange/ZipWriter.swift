/// Writes a ZIP file (PKWARE APPNOTE.TXT 6.3) whose parts are stored, not compressed: the same
/// parts in the same order give the same bytes, whatever the day, the machine or the version of a
/// library. Every part bears the first date ZIP knows, 1980-01-01.
///
/// Sizes and sums stand before the bytes they speak of and are put in when a part closes, so that
/// a part is streamed in constant memory and no reader needs a data descriptor. A first part
/// `mimetype` lies where OCF and HWPX want it: at byte 30 its name, at byte 38 its text.
package struct ZipWriter<Sink: ByteSink> {
    private struct Part {
        let name: [UInt8]
        let offset: Int
        var sum = CRC32()
        var size = 0
    }

    /// Without the extension zip64, which older readers of office files do not know.
    package static var bytesMax: Int { Int(UInt32.max) - 1 }
    package static var partsMax: Int { Int(UInt16.max) - 1 }

    private var sink: Sink
    private var offset = 0
    private var parts: [Part] = []
    private var open: Part?

    package init(_ sink: Sink) {
        self.sink = sink
    }

    /// A part, whole.
    package mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        try begin(name)
        try write(bytes)
        try end()
    }

    /// Opens a part; the one before is closed.
    package mutating func begin(_ name: String) throws {
        precondition(open == nil, "one part at a time")
        guard parts.count < ZipWriter.partsMax else { throw FileFault.zipTooLargeToWrite }
        let part = Part(name: Array(name.utf8), offset: offset)
        try append(ZipWriter.localHeader(of: part))
        open = part
    }

    /// More bytes of the open part.
    package mutating func write(_ bytes: [UInt8]) throws {
        precondition(open != nil, "a part is open")
        open?.sum.update(with: bytes)
        open?.size += bytes.count
        try append(bytes)
    }

    package mutating func end() throws {
        guard let part = open else { preconditionFailure("a part is open") }
        open = nil
        var numbers: [UInt8] = []
        ZipWriter.appendNumbers(of: part, to: &numbers)
        try sink.replace(at: part.offset + ZipWriter.numbersOffset, with: numbers)
        parts.append(part)
    }

    /// Writes the directory; what comes back is the whole file.
    package consuming func finish() throws -> Sink {
        precondition(open == nil, "the last part is closed")
        let start = offset
        for part in parts { try append(ZipWriter.directoryHeader(of: part)) }
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        end.append32(0)
        end.append16(parts.count)
        end.append16(parts.count)
        end.append32(offset - start)
        end.append32(start)
        end.append16(0)
        try append(end)
        return sink
    }

    private mutating func append(_ bytes: [UInt8]) throws {
        guard offset + bytes.count <= ZipWriter.bytesMax else {
            throw FileFault.zipTooLargeToWrite
        }
        try sink.append(bytes)
        offset += bytes.count
    }

    /// Where checksum and sizes stand in a local header.
    private static var numbersOffset: Int { 14 }

    private static func localHeader(of part: Part) -> [UInt8] {
        var header: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
        appendStart(of: part, to: &header)
        appendNumbers(of: part, to: &header)
        header.append16(part.name.count)
        header.append16(0)
        return header + part.name
    }

    private static func directoryHeader(of part: Part) -> [UInt8] {
        var header: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
        header.append16(20)
        appendStart(of: part, to: &header)
        appendNumbers(of: part, to: &header)
        header.append16(part.name.count)
        // No extra field, no comment, disk 0, no attributes.
        header.append(contentsOf: [UInt8](repeating: 0, count: 12))
        header.append32(part.offset)
        return header + part.name
    }

    private static func appendStart(of part: Part, to header: inout [UInt8]) {
        // Version 2.0; bit 11 says that the name is UTF-8, which plain ASCII need not say.
        header.append16(20)
        header.append16(part.name.allSatisfy { $0 < 0x80 } ? 0 : 1 << 11)
        header.append16(0)
        // Midnight of 1 January of year 0, which is 1980.
        header.append16(0)
        header.append16(1 << 5 | 1)
    }

    private static func appendNumbers(of part: Part, to header: inout [UInt8]) {
        header.append32(Int(part.sum.value))
        header.append32(part.size)
        header.append32(part.size)
    }
}
