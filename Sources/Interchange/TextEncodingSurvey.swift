/// Finds out how a text is written while its bytes go by: valid UTF-8 is UTF-8, with or without a
/// mark, and everything else is taken for CP949, whose decoder says where that is wrong. A text
/// that was UTF-8 for a while and then is not was put together out of two: it stays UTF-8, so that
/// what is complained of is the place where it breaks and not its first row.
package struct TextEncodingSurvey: Sendable {
    /// Characters of three bytes and more before the break that no CP949 has by chance: there each
    /// of their bytes would have to fall into half of its range or less, and begin with a rare one.
    private static let charactersMin = 8

    /// How many more bytes the character that is open has.
    private var pending = 0
    /// Which values the next of them may have.
    private var next: ClosedRange<UInt8> = 0x80...0xBF
    private var position: Int64 = 0
    private var head: [UInt8] = []
    /// Characters of three bytes or more so far, while all is valid.
    private var longCharacters = 0
    /// Where UTF-8 ends to be valid, counted from the first byte.
    package private(set) var firstInvalidOffset: Int64?

    package init() {}

    package mutating func take(_ bytes: [UInt8]) {
        if head.count < TextEncoding.utf8Mark.count {
            head += bytes.prefix(TextEncoding.utf8Mark.count - head.count)
        }
        guard firstInvalidOffset == nil else { return }
        bytes.withUnsafeBytes { buffer in
            var index = 0
            while index < buffer.count {
                if pending == 0 { index = Survey.endOfASCII(in: buffer, from: index) }
                guard index < buffer.count else { break }
                guard accepts(buffer[index]) else {
                    firstInvalidOffset = position + Int64(index)
                    return
                }
                index += 1
            }
        }
        position += Int64(bytes.count)
    }

    package var hasMark: Bool { head == TextEncoding.utf8Mark }

    /// A mark is a promise: a file that has one is UTF-8, right or wrong.
    package var encoding: TextEncoding {
        let isValid = firstInvalidOffset == nil && pending == 0
        let wasValid = longCharacters >= TextEncodingSurvey.charactersMin
        return hasMark || isValid || wasValid ? .utf8 : .cp949
    }

    /// The table of well-formed sequences (Unicode, 3.9, table 3-7).
    private mutating func accepts(_ byte: UInt8) -> Bool {
        if pending > 0 {
            guard next.contains(byte) else { return false }
            pending -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, next) = (2, 0xA0...0xBF)
        case 0xED: (pending, next) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, next) = (3, 0x80...0x8F)
        default: return false
        }
        if pending > 1 { longCharacters += 1 }
        return true
    }

    private enum Survey {
        /// Eight bytes at a time while none has its highest bit set.
        static func endOfASCII(in buffer: UnsafeRawBufferPointer, from start: Int) -> Int {
            var index = start
            while index + 8 <= buffer.count {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard word & 0x8080_8080_8080_8080 == 0 else { break }
                index += 8
            }
            while index < buffer.count, buffer[index] < 0x80 { index += 1 }
            return index
        }
    }
}
