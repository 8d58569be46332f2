import Hometown

/// Reads JSON strings (RFC 8259, 7) whose opening quotes have been passed. Texts without escapes,
/// nearly all, are one validation over the bytes as they lie.
struct JSONStringScanner {
    private let bytes: [UInt8]
    /// After success behind the closing quote, after a fault at it.
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func scan(after start: Int) throws(JSONFault.Reason) -> String {
        position = start
        let isASCII = try skipPlain()
        if bytes[position] == UInt8(ascii: "\"") {
            let text = try text(of: start..<position, isASCII: isASCII)
            position += 1
            return text
        }
        var text = try text(of: start..<position, isASCII: isASCII)
        while bytes[position] != UInt8(ascii: "\"") {
            text.unicodeScalars.append(try escape())
            let next = position
            let isASCII = try skipPlain()
            text += try self.text(of: next..<position, isASCII: isASCII)
        }
        position += 1
        return text
    }

    /// Stops at a quote or a backslash.
    /// - Returns: whether all that was passed is ASCII.
    private mutating func skipPlain() throws(JSONFault.Reason) -> Bool {
        var all: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return all < 0x80 }
            guard byte >= 0x20 else { throw .controlCharacter }
            all |= byte
            position += 1
        }
        throw .unexpectedEnd
    }

    private mutating func text(
        of range: Range<Int>, isASCII: Bool
    ) throws(JSONFault.Reason) -> String {
        // A slice of the array would count a reference.
        let text = bytes.withUnsafeBufferPointer { bytes -> String? in
            let part = UnsafeBufferPointer(rebasing: bytes[range])
            return isASCII
                ? String(decoding: part, as: UTF8.self) : String(validating: part, as: UTF8.self)
        }
        guard let text else {
            position = range.lowerBound
            throw .invalidUTF8
        }
        return text
    }

    private mutating func escape() throws(JSONFault.Reason) -> Unicode.Scalar {
        guard position + 1 < bytes.count else {
            position = bytes.count
            throw .unexpectedEnd
        }
        let letter = bytes[position + 1]
        if letter == UInt8(ascii: "u") { return try hexadecimalEscape() }
        let scalar: Unicode.Scalar? =
            switch letter {
            case UInt8(ascii: "\""): "\""
            case UInt8(ascii: "\\"): "\\"
            case UInt8(ascii: "/"): "/"
            case UInt8(ascii: "b"): "\u{8}"
            case UInt8(ascii: "f"): "\u{C}"
            case UInt8(ascii: "n"): "\n"
            case UInt8(ascii: "r"): "\r"
            case UInt8(ascii: "t"): "\t"
            default: nil
            }
        guard let scalar else { throw .invalidEscape }
        position += 2
        return scalar
    }

    private mutating func hexadecimalEscape() throws(JSONFault.Reason) -> Unicode.Scalar {
        let start = position
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(UInt32(first)) {
            guard first != 0 else {
                position = start
                throw .nullCharacter
            }
            return scalar
        }
        guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u"), case let second = try codeUnit(),
            (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(
                0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else {
            position = start
            throw .loneSurrogate
        }
        return scalar
    }

    /// `\uXXXX`.
    private mutating func codeUnit() throws(JSONFault.Reason) -> UInt16 {
        guard position + 6 <= bytes.count else {
            position = bytes.count
            throw .unexpectedEnd
        }
        var value: UInt16 = 0
        for byte in bytes[position + 2..<position + 6] {
            guard let digit = Hexadecimal.value(of: byte) else { throw .invalidEscape }
            value = value << 4 | UInt16(digit)
        }
        position += 6
        return value
    }
}
