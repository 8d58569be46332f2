/// The central directory of a ZIP file (APPNOTE.TXT, 4.3.12 and 4.3.16), read header by header.
struct ZipDirectory {
    private static let endBytes = 22
    private static let headerBytes = 46
    private static let localHeaderBytes = 30
    private static let commentBytesMax = 0xFFFF

    private let bytes: [UInt8]
    private let limits: ZipLimits
    /// Where the directory begins; every part ends before.
    let start: Int
    private let end: Int
    private let count: Int
    private var offset: Int
    private var read = 0
    private var unpacked = 0

    init(_ bytes: [UInt8], limits: ZipLimits) throws(FileFault) {
        let last = try ZipDirectory.end(of: bytes)
        func number16(_ place: Int) -> Int { bytes.number16(at: last + place) }
        func number32(_ place: Int) -> Int { bytes.number32(at: last + place) }
        let (count, size, start) = (number16(10), number32(12), number32(16))
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw .zip64 }
        guard number16(4) == 0, number16(6) == 0, number16(8) == count else {
            throw .zipManyDisks
        }
        guard count <= limits.partsMax else { throw .zipManyParts(limits) }
        guard start + size == last else { throw .zipDamaged("") }
        self.bytes = bytes
        self.limits = limits
        self.start = start
        self.end = last
        self.count = count
        offset = start
    }

    /// Finds the record that ends the file. Its comment has to reach the end of the file exactly:
    /// a record inside a comment, or bytes behind, would let two readers see two directories.
    private static func end(of bytes: [UInt8]) throws(FileFault) -> Int {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            throw bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .zipOldOffice : .zipNotOne
        }
        guard bytes.count >= endBytes else { throw .zipTruncated }
        let first = max(0, bytes.count - endBytes - commentBytesMax)
        var place = bytes.count - endBytes
        while place >= first {
            if bytes.number32(at: place) == 0x0605_4B50 {
                let comment = bytes.number16(at: place + 20)
                guard place + endBytes + comment == bytes.count else { throw .zipDamaged("") }
                return place
            }
            place -= 1
        }
        throw .zipTruncated
    }

    /// The next part, or `nil` after the last.
    mutating func next() throws(FileFault) -> ZipArchive.Part? {
        guard read < count else {
            guard offset == end else { throw .zipDamaged("") }
            return nil
        }
        guard offset + ZipDirectory.headerBytes <= end, bytes.number32(at: offset) == 0x0201_4B50
        else { throw .zipDamaged("") }
        let header = offset
        let nameEnd = header + ZipDirectory.headerBytes + bytes.number16(at: header + 28)
        let next = nameEnd + bytes.number16(at: header + 30) + bytes.number16(at: header + 32)
        guard next <= end else { throw .zipDamaged("") }
        let name = try ZipDirectory.name(bytes[(header + ZipDirectory.headerBytes)..<nameEnd])
        let part = try part(name, header: header)
        try refuseBomb(part)
        offset = next
        read += 1
        return part
    }

    private func part(_ name: String, header: Int) throws(FileFault) -> ZipArchive.Part {
        let flags = bytes.number16(at: header + 8)
        // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself is.
        guard flags & 0b0010_0000_0100_0001 == 0 else { throw .zipEncrypted }
        let method = bytes.number16(at: header + 10)
        guard method == 0 || method == 8 else { throw .zipMethod(name) }
        let packed = bytes.number32(at: header + 20)
        let size = bytes.number32(at: header + 24)
        let local = bytes.number32(at: header + 42)
        if [packed, size, local].contains(0xFFFF_FFFF) { throw .zip64 }
        guard bytes.number16(at: header + 34) == 0 else { throw .zipManyDisks }
        guard method == 8 || packed == size else { throw .zipDamaged(name) }
        let first = try dataStart(of: name, local: local, method: method)
        guard first + packed <= start else { throw .zipDamaged(name) }
        return ZipArchive.Part(
            name: name, size: size, packed: first..<(first + packed), isDeflated: method == 8,
            sum: UInt32(bytes.number32(at: header + 16)))
    }

    /// Where the bytes of a part begin; its own header has to say what the directory says.
    private func dataStart(of name: String, local: Int, method: Int) throws(FileFault) -> Int {
        guard local + ZipDirectory.localHeaderBytes <= start,
            bytes.number32(at: local) == 0x0403_4B50, bytes.number16(at: local + 8) == method
        else { throw .zipDamaged(name) }
        guard bytes.number16(at: local + 6) & 1 == 0 else { throw .zipEncrypted }
        let nameStart = local + ZipDirectory.localHeaderBytes
        let nameEnd = nameStart + bytes.number16(at: local + 26)
        guard nameEnd <= start, bytes[nameStart..<nameEnd].elementsEqual(name.utf8) else {
            throw .zipDamaged(name)
        }
        return nameEnd + bytes.number16(at: local + 28)
    }

    private mutating func refuseBomb(_ part: ZipArchive.Part) throws(FileFault) {
        if part.size > limits.ratioFreeBytesMax,
            part.size / limits.ratioMax > part.packed.count
        {
            throw .zipBomb(part.name, limits)
        }
        unpacked += part.size
        guard unpacked <= limits.unpackedBytesMax else { throw .zipBomb("", limits) }
    }

    /// A name is a path below the archive's own root and nothing else, in UTF-8 whatever the flag
    /// says: office files name their parts in ASCII.
    private static func name(_ bytes: ArraySlice<UInt8>) throws(FileFault) -> String {
        guard let name = String(validating: bytes, as: UTF8.self) else { throw .zipName("") }
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        // A folder's own entry ends in a slash.
        let folders = steps.last == "" ? steps.dropLast() : steps[...]
        guard !folders.isEmpty, !folders.contains(where: { ["", ".", ".."].contains($0) }),
            !name.unicodeScalars.contains(where: {
                $0.value < 0x20 || $0 == "\\" || $0 == ":" || $0.value == 0x7F
            })
        else { throw .zipName(name) }
        return name
    }
}
