/// Reads JSON strictly, straight to a `JSONValue`.
///
/// Written by hand, because what the interface promises Foundation's decoder cannot do: refuse
/// duplicate names and lone surrogates (RFC 7493), bound the depth, keep amounts out of floating
/// point, name line and byte of a fault; and because it runs once for each recorded donation.
/// One pass, no backtracking, no allocation but the values themselves.
package struct JSONReader {
    /// Deeper than any request of ours by far; bounds the stack.
    package static let depthMax = 32
    /// An import of donations goes by file; no object of ours has more than thirty members.
    package static let membersMax = 1_000

    private let bytes: [UInt8]
    private var strings: JSONStringScanner
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        strings = JSONStringScanner(bytes)
    }

    /// - Throws: `JSONFault`, with line and byte.
    package static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        reader.skipBlanks()
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else {
            throw reader.fault(.trailingBytes, at: reader.position)
        }
        return value
    }

    private func fault(_ reason: JSONFault.Reason, at offset: Int) -> JSONFault {
        JSONFault(reason, at: offset, in: bytes)
    }

    /// The byte where a value, a name or a mark must stand.
    private func current() throws(JSONFault) -> UInt8 {
        guard position < bytes.count else { throw fault(.unexpectedEnd, at: position) }
        return bytes[position]
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch try current() {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw fault(.unexpectedByte, at: position)
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONFault) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard try current() == word.utf8Start[offset] else {
                throw fault(.unexpectedByte, at: position)
            }
            position += 1
        }
        return value
    }

    private mutating func descend() throws(JSONFault) {
        guard depth < JSONReader.depthMax else { throw fault(.tooDeep, at: position) }
        depth += 1
        position += 1
        skipBlanks()
    }

    /// After a member or element: true when another follows, false at the end, which is taken.
    private mutating func another(before end: UInt8) throws(JSONFault) -> Bool {
        skipBlanks()
        let mark = try current()
        guard mark == UInt8(ascii: ",") || mark == end else {
            throw fault(.unexpectedByte, at: position)
        }
        position += 1
        skipBlanks()
        return mark != end
    }

    private mutating func array() throws(JSONFault) -> [JSONValue] {
        try descend()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if try current() == UInt8(ascii: "]") {
            position += 1
            return elements
        }
        repeat { elements.append(try value()) } while try another(before: UInt8(ascii: "]"))
        return elements
    }

    private mutating func object() throws(JSONFault) -> JSONObject {
        try descend()
        defer { depth -= 1 }
        var members: [JSONObject.Member] = []
        if try current() == UInt8(ascii: "}") {
            position += 1
            return JSONObject()
        }
        members.reserveCapacity(16)
        repeat {
            let start = position
            guard try current() == UInt8(ascii: "\"") else {
                throw fault(.unexpectedByte, at: position)
            }
            let name = try string()
            for member in members where member.name == name {
                throw fault(.duplicateName, at: start)
            }
            guard members.count < JSONReader.membersMax else {
                throw fault(.tooManyMembers, at: start)
            }
            skipBlanks()
            guard try current() == UInt8(ascii: ":") else {
                throw fault(.unexpectedByte, at: position)
            }
            position += 1
            skipBlanks()
            members.append(.init(name: name, value: try value()))
        } while try another(before: UInt8(ascii: "}"))
        return JSONObject(members)
    }

    private mutating func string() throws(JSONFault) -> String {
        let text: String
        do {
            text = try strings.scan(after: position + 1)
        } catch {
            throw fault(error, at: strings.position)
        }
        position = strings.position
        return text
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = position
        let magnitude = try digits()
        guard position == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            throw fault(.invalidNumber, at: firstDigit)
        }
        let isWhole = try takeFractionAndExponent()
        if isWhole, let magnitude { return .integer(isNegative ? -magnitude : magnitude) }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// At least one digit. `nil` when their value is beyond Int64.
    private mutating func digits() throws(JSONFault) -> Int64? {
        let start = position
        var value: Int64? = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"),
            digit < 10
        {
            value = value.flatMap { value in
                let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
                let (sum, beyond) = tens.addingReportingOverflow(Int64(digit))
                return tooLarge || beyond ? nil : sum
            }
            position += 1
        }
        guard position > start else { throw fault(.invalidNumber, at: position) }
        return value
    }

    /// False when there was either.
    private mutating func takeFractionAndExponent() throws(JSONFault) -> Bool {
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            _ = try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            _ = try digits()
        }
        return isWhole
    }
}
