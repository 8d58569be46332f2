/// Reads XML (1.0, fifth edition) as a stream of events, in memory bounded by its longest tag.
///
/// Ours rather than Foundation's, which stands on libxml2: that would be one more C library in
/// every installation, larger than Pumasi itself with the Unicode data it drags along, and it
/// gives up at 10 MB of text. An office file needs far less of XML than XML has: UTF-8, no
/// document type (and so no entities of its own, which is what XML is attacked with), names by
/// their local part. All else is refused with a reason.
final class XMLReader {
    enum Event: Hashable {
        case start
        case end
        /// A piece of text; what stands between two tags may come in several.
        case text
        case finished
    }

    /// A tag, its attributes included; and how deep elements stand in one another.
    static let tagBytesMax = 1 << 20
    static let depthMax = 256

    private let part: String
    private let source: () throws(FileFault) -> [UInt8]?
    private var buffer: [UInt8] = []
    private var offset = 0
    private var isSourceDry = false
    private var open: [String] = []
    private var closesItself = false
    private var isRootSeen = false
    private var attributes: [XMLAttribute] = []
    /// The local name of the element that starts or ends.
    private(set) var name = ""
    /// The bytes of a text event, valid UTF-8 with references resolved.
    private(set) var text: [UInt8] = []

    /// - Parameters:
    ///   - part: what a fault calls the document.
    ///   - source: gives the next bytes, never none; `nil` at the end.
    init(part: String, source: @escaping () throws(FileFault) -> [UInt8]?) {
        self.part = part
        self.source = source
    }

    /// Elements that are open, the one that just started among them.
    var depth: Int { open.count }

    /// The value of an attribute of the element that just started, by local name.
    func attribute(_ name: StaticString) throws(FileFault) -> String? {
        for attribute in attributes where attribute.isNamed(name, in: buffer) {
            guard let value = XMLText.resolve(buffer[attribute.value]),
                let text = String(validating: value, as: UTF8.self)
            else { throw malformed }
            return text
        }
        return nil
    }

    func next() throws(FileFault) -> Event {
        if closesItself {
            closesItself = false
            return try end()
        }
        attributes.removeAll(keepingCapacity: true)
        while true {
            guard try has(1) else {
                guard open.isEmpty, isRootSeen else { throw malformed }
                return .finished
            }
            if buffer[offset] != UInt8(ascii: "<") {
                if try readText() { return .text }
            } else if try starts(with: "<![CDATA[") {
                if try readCharacterData() { return .text }
            } else if let event = try readTag() {
                return event
            }
        }
    }

    var malformed: FileFault { .xmlMalformed(part) }
}

// MARK: - Bytes

extension XMLReader {
    /// Makes sure that so many bytes lie in the buffer from here, if the document has them.
    private func has(_ count: Int) throws(FileFault) -> Bool {
        while buffer.count - offset < count {
            guard !isSourceDry, let piece = try source() else {
                isSourceDry = true
                return false
            }
            let isFirst = buffer.isEmpty
            if offset > 0 {
                buffer.removeFirst(offset)
                offset = 0
            }
            buffer.append(contentsOf: piece)
            if isFirst { try skipByteOrderMark() }
        }
        return true
    }

    private func skipByteOrderMark() throws(FileFault) {
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        if buffer.starts(with: [0xFE, 0xFF]) || buffer.starts(with: [0xFF, 0xFE]) {
            throw .xmlEncoding(part)
        }
    }

    private func starts(with word: StaticString) throws(FileFault) -> Bool {
        guard try has(word.utf8CodeUnitCount) else { return false }
        return word.withUTF8Buffer { word in
            buffer[offset..<(offset + word.count)].elementsEqual(word)
        }
    }

    /// Where a word stands from here on; the bytes up to its end lie in the buffer.
    private func find(_ word: StaticString, from start: Int) throws(FileFault) -> Int {
        let count = word.utf8CodeUnitCount
        var distance = start
        while try has(distance + count) {
            let isHere = word.withUTF8Buffer { word in
                buffer[(offset + distance)..<(offset + distance + count)].elementsEqual(word)
            }
            if isHere { return distance }
            distance += 1
            guard distance < XMLReader.tagBytesMax else { throw .xmlTagTooLong(part) }
        }
        throw malformed
    }
}

// MARK: - Text

extension XMLReader {
    /// Text up to the next tag or the end of what lies in the buffer.
    private func readText() throws(FileFault) -> Bool {
        let end = buffer[offset...].firstIndex(of: UInt8(ascii: "<"))
        var stop = end ?? buffer.count
        if end == nil, !isSourceDry {
            // A reference, a character or a line end may go on in the next piece.
            stop = XMLText.safeEnd(of: buffer[offset...])
            if stop == offset {
                guard buffer.count - offset < XMLText.referenceBytesMax else { throw malformed }
                _ = try has(buffer.count - offset + 1)
                return false
            }
        }
        defer { offset = stop }
        let raw = buffer[offset..<stop]
        guard !open.isEmpty else {
            guard raw.allSatisfy(XMLText.isBlank) else { throw malformed }
            return false
        }
        guard let resolved = XMLText.resolve(raw), XMLText.isValid(resolved) else {
            throw malformed
        }
        text = resolved
        return true
    }

    /// `<![CDATA[…]]>`, whole: nobody writes long ones into a workbook.
    private func readCharacterData() throws(FileFault) -> Bool {
        let end = try find("]]>", from: 9)
        let raw = buffer[(offset + 9)..<(offset + end)]
        guard !open.isEmpty, XMLText.isValid(Array(raw)) else { throw malformed }
        text = XMLText.withPlainLineEnds(raw)
        offset += end + 3
        return !text.isEmpty
    }
}

// MARK: - Tags

extension XMLReader {
    private func readTag() throws(FileFault) -> Event? {
        if try starts(with: "<!--") {
            offset += try find("-->", from: 4) + 3
            return nil
        }
        if try starts(with: "<!") { throw .xmlDocumentType(part) }
        if try starts(with: "<?") {
            let end = try find("?>", from: 2)
            try refuseEncoding(buffer[offset..<(offset + end)])
            offset += end + 2
            return nil
        }
        if try starts(with: "</") {
            let end = try find(">", from: 2)
            let tag = buffer[(offset + 2)..<(offset + end)]
            guard let name = XMLText.name(tag.prefix { !XMLText.isBlank($0) }), name == open.last
            else { throw malformed }
            offset += end + 1
            return try self.end()
        }
        return try start()
    }

    private func start() throws(FileFault) -> Event {
        let end = try tagEnd()
        guard depth < XMLReader.depthMax, !(open.isEmpty && isRootSeen) else { throw malformed }
        isRootSeen = true
        var tag = buffer[(offset + 1)..<(offset + end)]
        if tag.last == UInt8(ascii: "/") {
            tag.removeLast()
            closesItself = true
        }
        let qualified = tag.prefix { !XMLText.isBlank($0) }
        guard let whole = XMLText.name(qualified),
            let found = XMLAttribute.all(in: tag[qualified.endIndex...])
        else { throw malformed }
        attributes = found
        open.append(whole)
        name = XMLText.localName(whole)
        offset += end + 1
        return .start
    }

    private func end() throws(FileFault) -> Event {
        guard let last = open.popLast() else { throw malformed }
        name = XMLText.localName(last)
        return .end
    }

    /// The distance to the `>` that ends a tag; one inside a quoted value does not.
    private func tagEnd() throws(FileFault) -> Int {
        var quote: UInt8?
        var distance = 1
        while distance < XMLReader.tagBytesMax {
            guard try has(distance + 1) else { throw malformed }
            let limit = min(buffer.count, offset + XMLReader.tagBytesMax)
            while offset + distance < limit {
                let byte = buffer[offset + distance]
                if let open = quote {
                    if byte == open { quote = nil }
                } else if byte == UInt8(ascii: ">") {
                    return distance
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: "<") {
                    throw malformed
                }
                distance += 1
            }
        }
        throw .xmlTagTooLong(part)
    }

    /// An XML declaration may name UTF-8, or ASCII, which is UTF-8 too.
    private func refuseEncoding(_ declaration: ArraySlice<UInt8>) throws(FileFault) {
        let text = String(decoding: declaration, as: UTF8.self).lowercased()
        guard text.hasPrefix("<?xml "), let range = text.firstRange(of: "encoding") else { return }
        let quoted = text[range.upperBound...].split(whereSeparator: { " =\"'".contains($0) })
        guard ["utf-8", "utf8", "us-ascii"].contains(quoted.first ?? "") else {
            throw .xmlEncoding(part)
        }
    }
}
