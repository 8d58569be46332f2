/// Markup that is no XML as we take it: tags that nobody closes, as Excel writes around the text of
/// a button, or UTF-16, as it keeps a query. What stands between its tags is text.
struct LooseMarkup {
    /// Tags within a line of text, which goes on behind them.
    private static let inlineTags: Set<String> = ["font", "span", "b", "i", "u", "s"]
    private static let tagBytesMax = 64 << 10
    /// What may stand before the first tag: marks of the byte order, blanks, halves of units.
    private static let openers: Set<UInt8> = [
        0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x09, 0x0A, 0x0D, 0x20,
    ]

    private let reader: ZipPartReader
    private var text = GatheredText()
    private var tag: [UInt8] = []
    private var isInTag = false

    init(_ reader: ZipPartReader) {
        self.reader = reader
    }

    /// Whether a part that begins so is markup, in whatever encoding.
    static func begins(_ bytes: [UInt8]) -> Bool {
        bytes.first { !openers.contains($0) } == UInt8(ascii: "<")
    }

    mutating func each(_ body: (_ text: String) throws -> Void) throws {
        var units: WideUnits?
        var isFirst = true
        while let piece = try reader.next() {
            if isFirst { units = WideUnits(beginning: piece) }
            isFirst = false
            for byte in units?.narrowed(piece) ?? piece { try take(byte, body) }
        }
        // A tag that is open at the end was none.
        try text.append(tag, body)
        try text.end(body)
    }

    private mutating func take(_ byte: UInt8, _ body: (String) throws -> Void) throws {
        switch byte {
        case UInt8(ascii: "<"):
            // Nor was one in which another begins.
            try text.append(tag, body)
            tag.removeAll(keepingCapacity: true)
            isInTag = true
        case UInt8(ascii: ">") where isInTag:
            isInTag = false
            try endTag(body)
        case _ where !isInTag: try text.append(CollectionOfOne(byte), body)
        default:
            tag.append(byte)
            guard tag.count > LooseMarkup.tagBytesMax else { return }
            try text.append(tag, body)
            tag.removeAll(keepingCapacity: true)
            isInTag = false
        }
    }

    private mutating func endTag(_ body: (String) throws -> Void) throws {
        defer { tag.removeAll(keepingCapacity: true) }
        // A comment, an entity or a piece of character data, which is text as well.
        if tag.first == UInt8(ascii: "!") { return try text.append(tag, body) }
        let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix {
            !XMLText.isBlank($0) && $0 != UInt8(ascii: "/")
        }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        if !LooseMarkup.inlineTags.contains(word) { try text.end(body) }
    }
}

/// UTF-16 that comes in pieces, as UTF-8.
private struct WideUnits {
    private let isLittleEndian: Bool
    /// The half of a unit whose other half is in the next piece.
    private var rest: [UInt8] = []

    /// `nil` for bytes that are not UTF-16: those of markup begin with a mark or have a zero.
    init?(beginning bytes: [UInt8]) {
        guard bytes.count > 1 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (_, 0): isLittleEndian = true
        case (0xFE, 0xFF), (0, _): isLittleEndian = false
        default: return nil
        }
    }

    mutating func narrowed(_ piece: [UInt8]) -> [UInt8] {
        let bytes = rest + piece
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
        }
        rest = bytes.count % 2 == 0 ? [] : Array(bytes.suffix(1))
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
