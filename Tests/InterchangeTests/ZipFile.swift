import Interchange

/// A ZIP file put together field by field, so that a test can make any of them lie.
struct ZipFile {
    struct Part {
        var name: String
        var packed: [UInt8]
        var size: Int
        var sum: UInt32
        var method = 0
        var flags = 0
        /// The name the part's own header gives; the directory's, if `nil`.
        var localName: String?

        init(_ name: String, _ text: String) {
            self.init(name, stored: Array(text.utf8))
        }

        init(_ name: String, stored bytes: [UInt8]) {
            self.name = name
            packed = bytes
            size = bytes.count
            sum = CRC32(bytes).value
        }

        /// - Parameter packed: what Python's zlib makes of `unpacked`.
        init(_ name: String, deflated packed: [UInt8], of unpacked: [UInt8]) {
            self.init(name, stored: unpacked)
            self.packed = packed
            method = 8
        }
    }

    var parts: [Part] = []
    var count: Int?
    var directoryOffset: Int?
    var diskNumber = 0
    var comment: [UInt8] = []
    /// Every part claims to begin where the first does.
    var piles = false

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = piles ? 0 : file.count
            let local = Array((part.localName ?? part.name).utf8)
            file += [0x50, 0x4B, 3, 4] + ZipFile.numbers(part)
            file += ZipFile.number16(local.count) + [0, 0] + local + part.packed
            let name = Array(part.name.utf8)
            directory += [0x50, 0x4B, 1, 2, 20, 0] + ZipFile.numbers(part)
            directory += ZipFile.number16(name.count) + [UInt8](repeating: 0, count: 12)
            directory += ZipFile.number32(offset) + name
        }
        let start = directoryOffset ?? file.count
        let count = ZipFile.number16(count ?? parts.count)
        file += directory + [0x50, 0x4B, 5, 6] + ZipFile.number16(diskNumber) + [0, 0]
        file += count + count + ZipFile.number32(directory.count) + ZipFile.number32(start)
        return file + ZipFile.number16(comment.count) + comment
    }

    private static func numbers(_ part: Part) -> [UInt8] {
        [20, 0] + number16(part.flags) + number16(part.method) + [0, 0, 0x21, 0]
            + number32(Int(part.sum)) + number32(part.packed.count) + number32(part.size)
    }

    private static func number16(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func number32(_ value: Int) -> [UInt8] {
        number16(value) + number16(value >> 16)
    }
}
