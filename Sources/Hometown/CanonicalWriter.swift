/// 정규 바이트 쓰기. Writes canonical JSON: the subset of RFC 8785 that entries are made of, version
/// 1 for ever. UTF-8; keys ASCII and sorted; strings in NFC; integers within ±2^53; no white
/// space, fractions, null or key twice. In Python the same bytes are
/// `json.dumps(o, sort_keys=True, separators=(",", ":"), ensure_ascii=False)`.
///
/// The caller writes keys in ascending order; anything else would change what is hashed, and is a
/// programming error. A missing value is left out with its key.
package struct CanonicalWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where in `bytes` the key written last in the object that is open stands.
    private var lastKey = 0..<0
    private var isFirst = true

    /// - Parameter capacity: bytes to make room for at once; an entry of a donation has about 500.
    package init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    /// One object and its members, whole: `{…}`.
    package static func object(
        capacity: Int = 512, _ body: (inout CanonicalWriter) throws -> Void
    ) rethrows -> [UInt8] {
        var writer = CanonicalWriter(capacity: capacity)
        try writer.object(body)
        return writer.bytes
    }

    package mutating func append(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        append(key: key)
        write(value)
    }

    package mutating func append(_ key: StaticString, _ value: Int64?) {
        guard let value else { return }
        append(key: key)
        write(value)
    }

    package mutating func append(_ key: StaticString, _ value: Bool?) {
        guard let value else { return }
        append(key: key)
        write(value)
    }

    package mutating func append(_ key: StaticString, _ value: Won?) {
        append(key, value?.amount)
    }

    /// The id in its text form.
    package mutating func append(_ key: StaticString, _ value: Identifier?) {
        guard let value else { return }
        append(key: key)
        quote { value.append(to: &$0) }
    }

    package mutating func append(_ key: StaticString, _ value: CivilDate?) {
        guard let value else { return }
        append(key: key)
        quote { value.append(to: &$0) }
    }

    /// The day, month or year alone; the precision stands beside it.
    package mutating func append(_ key: StaticString, _ value: EventDate) {
        append(key: key)
        quote { value.append(to: &$0) }
    }

    package mutating func append(_ key: StaticString, _ value: Instant?) {
        guard let value else { return }
        append(key: key)
        quote { value.append(to: &$0) }
    }

    /// A member that is itself an object.
    package mutating func append(
        _ key: StaticString, object body: (inout CanonicalWriter) throws -> Void
    ) rethrows {
        append(key: key)
        try object(body)
    }

    /// A member that is an array; `element` writes each of them.
    package mutating func append<Elements: Sequence>(
        _ key: StaticString, array elements: Elements,
        _ element: (inout CanonicalWriter, Elements.Element) throws -> Void
    ) rethrows {
        append(key: key)
        try array(elements, element)
    }

    /// An object as an element of an array.
    package mutating func object(
        _ body: (inout CanonicalWriter) throws -> Void
    ) rethrows {
        let outer = (lastKey, isFirst)
        bytes.append(UInt8(ascii: "{"))
        (lastKey, isFirst) = (0..<0, true)
        try body(&self)
        bytes.append(UInt8(ascii: "}"))
        (lastKey, isFirst) = outer
    }

    package mutating func array<Elements: Sequence>(
        _ elements: Elements, _ element: (inout CanonicalWriter, Elements.Element) throws -> Void
    ) rethrows {
        bytes.append(UInt8(ascii: "["))
        var isFirstElement = true
        for value in elements {
            if !isFirstElement { bytes.append(UInt8(ascii: ",")) }
            isFirstElement = false
            try element(&self, value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func write(_ value: Bool) {
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    /// Beyond what every JSON reader holds exactly it is told as text (RFC 8785, appendix D): sums
    /// of absurd amounts get there.
    package mutating func write(_ value: Int64) {
        guard CanonicalValue.integers.contains(value) else { return write(String(value)) }
        bytes.append(contentsOf: String(value).utf8)
    }

    package mutating func write(_ value: String) {
        // ASCII without anything to escape, as most values are, is in Form C.
        let isWritten = value.utf8.withContiguousStorageIfAvailable { buffer in
            guard buffer.allSatisfy(CanonicalWriter.isKeyByte) else { return false }
            quote(buffer)
            return true
        }
        if isWritten == true { return }
        var text = value.normalised
        text.withUTF8 { buffer in
            bytes.append(UInt8(ascii: "\""))
            if buffer.contains(where: CanonicalWriter.needsEscape) {
                for byte in buffer { escape(byte) }
            } else {
                bytes.append(contentsOf: buffer)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    mutating func append(_ key: StaticString, _ value: CanonicalValue) {
        append(key: key)
        value.write(to: &self)
    }

    /// A member whose name is known only now; it is plain ASCII and comes in its place.
    package mutating func append(name: String, _ value: String) {
        append(key: name)
        write(value)
    }

    /// Keys that stand in the program are looked at when its tests write them: whichever members an
    /// object leaves out, the others ascend.
    private mutating func append(key: StaticString) {
        key.withUTF8Buffer { key in
            assert(mayFollow(key), "canonical keys are plain ASCII and ascend")
            put(key: key)
        }
    }

    mutating func append(key: String) {
        var key = key
        key.withUTF8 { key in
            precondition(mayFollow(key), "canonical keys are plain ASCII and ascend")
            put(key: key)
        }
    }

    private func mayFollow(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        key.allSatisfy(CanonicalWriter.isKeyByte)
            && (isFirst || bytes[lastKey].lexicographicallyPrecedes(key))
    }

    private mutating func put(key: UnsafeBufferPointer<UInt8>) {
        let start = bytes.count + (isFirst ? 1 : 2)
        bytes.append(addingCapacity: key.count + 4) { bytes in
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(copying: key)
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: ":"))
        }
        isFirst = false
        lastKey = start..<start + key.count
    }

    /// What appends digits, without a text of their own.
    private mutating func quote(_ appendDigits: (inout [UInt8]) -> Void) {
        bytes.append(UInt8(ascii: "\""))
        appendDigits(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Text that needs no escape.
    private mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(addingCapacity: utf8.count + 2) { bytes in
            bytes.append(UInt8(ascii: "\""))
            bytes.append(copying: utf8)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x20..<0x7F).contains(byte) && !needsEscape(byte)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// RFC 8785, 3.2.2.2: the short escapes where JSON has them, else \u00xx in lower case.
    private mutating func escape(_ byte: UInt8) {
        let short: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            default: nil
            }
        if let short {
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(short)
        } else if byte < 0x20 {
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Hexadecimal.digit(byte >> 4))
            bytes.append(Hexadecimal.digit(byte & 0xF))
        } else {
            bytes.append(byte)
        }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
        withUnsafeMutableBufferPointer { buffer, count in
            let free = UnsafeMutableBufferPointer(rebasing: buffer[count...])
            count += free.initialize(fromContentsOf: bytes)
        }
    }
}
