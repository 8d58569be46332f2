import Interchange
import Testing

@Suite struct ZipRefusalTests {
    private static let parts = [
        ZipFile.Part("a.xml", "<a/>"), ZipFile.Part("b/c.xml", "<c>one and two</c>"),
    ]

    /// The fault that reading every part of a file ends in.
    private func fault(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) throws -> FileFault? {
        do {
            let archive = try ZipArchive(bytes, limits: limits)
            for part in archive.parts { _ = try archive.bytes(of: part) }
            return nil
        } catch let fault {
            return fault
        }
    }

    private func code(
        _ limits: ZipLimits = ZipLimits(), _ change: (inout ZipFile) -> Void
    ) throws -> String? {
        var file = ZipFile(parts: ZipRefusalTests.parts)
        change(&file)
        return try fault(file.bytes, limits)?.code
    }

    @Test func `Cut anywhere, a file is refused`() throws {
        let whole = ZipFile(parts: ZipRefusalTests.parts).bytes
        #expect(try fault(whole) == nil)
        for length in 0..<whole.count {
            let code = try fault(Array(whole.prefix(length)))?.code
            let expected = length < 2 ? "zip_not_one" : "zip_truncated"
            #expect(code == expected, "\(length)")
        }
    }

    @Test func `Any byte changed is noticed or harmless, and never a crash`() throws {
        let whole = ZipFile(parts: ZipRefusalTests.parts).bytes
        let archive = try ZipArchive(whole)
        let honest = try archive.parts.map { try archive.bytes(of: $0) }
        for place in whole.indices {
            for change: UInt8 in [0x01, 0x80, 0xFF] {
                var bytes = whole
                bytes[place] ^= change
                guard let archive = try? ZipArchive(bytes) else { continue }
                for (part, text) in zip(archive.parts, honest) {
                    let read = try? archive.bytes(of: part)
                    #expect(read == nil || read == text, "byte \(place)")
                }
            }
        }
    }

    @Test func `What is no ZIP file says what it is`() throws {
        #expect(try fault(Array("날짜,금액".utf8))?.code == "zip_not_one")
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(try fault(old)?.code == "zip_old_office")
        #expect(try fault([])?.code == "zip_not_one")
    }

    @Test func `Limits hold before anything is unpacked`() throws {
        #expect(try code(ZipLimits(zipBytesMax: 100)) { _ in } == "zip_too_large")
        #expect(try code(ZipLimits(unpackedBytesMax: 21)) { _ in } == "zip_bomb")
        #expect(try code(ZipLimits(unpackedBytesMax: 22)) { _ in } == nil)
        #expect(try code(ZipLimits(partsMax: 1)) { _ in } == "zip_many_parts")
        let bomb = ZipFile.Part(
            "a.xml", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
        let strict = ZipLimits(ratioMax: 5, ratioFreeBytesMax: 100)
        #expect(try code(strict) { $0.parts.append(bomb.renamed("bomb")) } == "zip_bomb")
        let free = ZipLimits(ratioMax: 5, ratioFreeBytesMax: 1000)
        #expect(try code(free) { $0.parts.append(bomb.renamed("bomb")) } == nil)
    }

    @Test func `A part that unpacks to more or less than it promised is refused`() throws {
        for size in [0, 1, 486, 488, 100_000] {
            var part = ZipFile.Part(
                "d", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
            part.size = size
            #expect(try code { $0.parts = [part] } == "zip_damaged", "\(size)")
        }
        var short = ZipFile.Part("d", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
        short.packed.removeLast(3)
        #expect(try code { $0.parts = [short] } == "zip_damaged")
        var long = ZipFile.Part("d", deflated: ZipTests.deflated, of: Array(ZipTests.text.utf8))
        long.packed += [1, 2, 3]
        #expect(try code { $0.parts = [long] } == "zip_damaged")
        #expect(try code { $0.parts[0].sum ^= 1 } == "zip_damaged")
    }

    @Test func `Parts that overlap are refused`() throws {
        #expect(
            try code {
                $0.parts = [ZipFile.Part("a", "one"), ZipFile.Part("a", "one")]
                $0.piles = true
            } == "zip_name", "twice the same name")
        let inner = ZipFile(parts: [ZipFile.Part("b", "inner")]).bytes
        var outer = ZipFile(parts: [ZipFile.Part("a", stored: inner), ZipFile.Part("b", "inner")])
        #expect(try fault(outer.bytes) == nil)
        // The second part now claims the bytes that lie inside the first.
        var bytes = outer.bytes
        outer.parts.removeLast()
        let directory = bytes.count - 22 - 47 * 2
        bytes.replaceSubrange((directory + 47 + 42)..<(directory + 47 + 46), with: [31, 0, 0, 0])
        #expect(try fault(bytes)?.code == "zip_overlapping")
    }

    @Test(arguments: [
        "../a", "a/../b", "/a", "a//b", "C:/a", "a\\b", "a\u{0}", "", "/", "./a", "a/.", "a\nb",
    ])
    func `A name that leaves its folder is refused`(_ name: String) throws {
        #expect(try code { $0.parts[0].name = name } == "zip_name")
    }

    @Test func `Encryption, ZIP64, disks and unknown methods are refused by name`() throws {
        #expect(try code { $0.parts[1].flags = 1 } == "zip_encrypted")
        #expect(try code { $0.parts[1].flags = 1 << 13 } == "zip_encrypted")
        #expect(try code { $0.parts[1].method = 12 } == "zip_method")
        #expect(try code { $0.parts[1].size = 0xFFFF_FFFF } == "zip_zip64")
        #expect(try code { $0.count = 0xFFFF } == "zip_zip64")
        #expect(try code { $0.diskNumber = 1 } == "zip_many_disks")
        #expect(try code { $0.count = 1 } == "zip_damaged")
        #expect(try code { $0.count = 3 } == "zip_damaged")
        #expect(try code { $0.directoryOffset = 0 } == "zip_damaged")
        #expect(try code { $0.parts[1].localName = "b/d.xml" } == "zip_damaged")
        #expect(
            try code { $0.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) }
                == "zip_damaged", "a second end inside the comment")
    }
}

extension ZipFile.Part {
    fileprivate func renamed(_ name: String) -> ZipFile.Part {
        var part = self
        part.name = name
        return part
    }
}
