/// 식별자. The identity of a thing: a UUID of version 7 (RFC 9562, 5.7), so that ids made later
/// sort later. Sixteen bytes, big-endian, in two words; the text form is always lower case.
package struct Identifier: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Makes a version 7 id. Time and randomness are arguments: this room has neither.
    /// - Parameters:
    ///   - instant: when the thing was made; milliseconds are kept.
    ///   - random: 74 of these 128 bits are used.
    package init(madeAt instant: Instant, random: (UInt64, UInt64)) {
        let milliseconds = UInt64(clamping: instant.microseconds / 1000)
        high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.1 >> 2
    }

    /// Takes the first sixteen of `bytes`; fewer is a programming error.
    package init(bytes: [UInt8]) {
        precondition(bytes.count >= 16, "an identifier has sixteen bytes")
        (high, low) = bytes.withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    package var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }
}

extension Identifier: Comparable {
    package static func < (left: Identifier, right: Identifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Identifier: LosslessStringConvertible {
    /// Accepts the 36 characters of RFC 9562, in either case, and nothing else.
    package init?(_ text: String) {
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        var position = 0
        for byte in text.utf8 {
            defer { position += 1 }
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = Hexadecimal.value(of: byte) else { return nil }
            if digits < 16 {
                words.0 = words.0 << 4 | UInt64(value)
            } else {
                words.1 = words.1 << 4 | UInt64(value)
            }
            digits += 1
        }
        guard position == 36, digits == 32 else { return nil }
        high = words.0
        low = words.1
    }

    package var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            write(to: buffer)
            return 36
        }
    }

    /// The text form behind what is there.
    func append(to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 36) { bytes in
            bytes.withUnsafeMutableBufferPointer { buffer, count in
                write(to: UnsafeMutableBufferPointer(rebasing: buffer[count...]))
                count += 36
            }
        }
    }

    private func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        var position = 0
        for place in 0..<16 {
            let word = place < 8 ? high : low
            let byte = UInt8(truncatingIfNeeded: word >> (56 - place % 8 * 8))
            if place == 4 || place == 6 || place == 8 || place == 10 {
                buffer[position] = UInt8(ascii: "-")
                position += 1
            }
            buffer[position] = Hexadecimal.digit(byte >> 4)
            buffer[position + 1] = Hexadecimal.digit(byte & 0xF)
            position += 2
        }
    }
}
