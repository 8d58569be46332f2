extension CanonicalValue {
    /// Reads canonical bytes and refuses all others, however close: what is read is written again
    /// and compared.
    /// - Throws: `CanonicalError` with the first offending offset.
    package init(parsing bytes: [UInt8]) throws(CanonicalError) {
        var parser = CanonicalParser(bytes)
        self = try parser.value(depth: 0)
        guard parser.offset == bytes.count else {
            throw parser.error("more after the end of the value")
        }
        let again = self.bytes
        if again != bytes {
            let same = zip(again, bytes).prefix { $0 == $1 }.count
            throw CanonicalError(offset: same, reason: "an escape or a form Unicode writes else")
        }
    }
}

/// Reads the subset and no white space, from left to right.
private struct CanonicalParser {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func error(_ reason: String) -> CanonicalError {
        CanonicalError(offset: offset, reason: reason)
    }

    private var next: UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func skip(_ text: StaticString, _ reason: String) throws(CanonicalError) {
        let count = text.utf8CodeUnitCount
        let isThere = text.withUTF8Buffer { bytes[offset...].prefix(count).elementsEqual($0) }
        guard isThere else { throw error(reason) }
        offset += count
    }

    mutating func value(depth: Int) throws(CanonicalError) -> CanonicalValue {
        guard depth < CanonicalValue.depthMax else { throw error("too deep") }
        guard let next else { throw error("no value") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try skip("true", "no value")
            return .bool(true)
        case UInt8(ascii: "f"):
            try skip("false", "no value")
            return .bool(false)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .integer(try integer())
        default: throw error("no value")
        }
    }

    private mutating func object(depth: Int) throws(CanonicalError) -> CanonicalValue {
        offset += 1
        var members: [String: CanonicalValue] = [:]
        var last: String?
        while next != UInt8(ascii: "}") {
            if last != nil { try skip(",", "no comma between members") }
            let start = offset
            let key = try string()
            guard key.utf8.allSatisfy(CanonicalWriter.isKeyByte) else {
                throw CanonicalError(offset: start, reason: "a key that is not plain ASCII")
            }
            if let last, !last.utf8.lexicographicallyPrecedes(key.utf8) {
                throw CanonicalError(offset: start, reason: "a key twice or out of order")
            }
            last = key
            try skip(":", "no colon after the key")
            members[key] = try value(depth: depth + 1)
        }
        offset += 1
        return .object(members)
    }

    private mutating func array(depth: Int) throws(CanonicalError) -> CanonicalValue {
        offset += 1
        var elements: [CanonicalValue] = []
        while next != UInt8(ascii: "]") {
            if !elements.isEmpty { try skip(",", "no comma between elements") }
            elements.append(try value(depth: depth + 1))
        }
        offset += 1
        return .array(elements)
    }

    /// No leading zero, no minus zero, no fraction, no exponent.
    private mutating func integer() throws(CanonicalError) -> Int64 {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let digits = bytes[offset...].prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        let text = String(decoding: bytes[start..<digits.endIndex], as: UTF8.self)
        guard let number = Int64(text), String(number) == text,
            CanonicalValue.integers.contains(number)
        else { throw error("no integer within 2^53") }
        offset = digits.endIndex
        return number
    }

    private mutating func string() throws(CanonicalError) -> String {
        try skip("\"", "no string")
        let start = offset
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw error("a control character") }
            offset += 1
            text.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
        }
        try skip("\"", "a string without end")
        guard let string = String(validating: text, as: UTF8.self) else {
            throw CanonicalError(offset: start, reason: "invalid UTF-8")
        }
        return string
    }

    /// Canonical escapes name single ASCII characters only.
    private mutating func escaped() throws(CanonicalError) -> UInt8 {
        guard let byte = next else { throw error("a string without end") }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"):
            try skip("00", "an escape that is not canonical")
            guard offset + 2 <= bytes.count, let high = Hexadecimal.value(of: bytes[offset]),
                let low = Hexadecimal.value(of: bytes[offset + 1])
            else { throw error("an escape that is not canonical") }
            offset += 2
            return high << 4 | low
        default: throw error("an escape that is not canonical")
        }
    }
}
