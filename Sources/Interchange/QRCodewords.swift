/// From bytes to the words of a QR code: mode, count, data, padding, and Reed-Solomon correction
/// (ISO/IEC 18004, 7.4 to 7.6).
enum QRCodewords {
    /// Data and correction of all blocks, interleaved.
    static func interleaved(_ bytes: [UInt8], in version: QRVersion) -> [UInt8] {
        let data = padded(bytes, in: version)
        let generator = generator(degree: version.correctionBytes)
        var blocks: [[UInt8]] = []
        var corrections: [[UInt8]] = []
        var start = 0
        for count in version.blocks {
            let block = Array(data[start..<(start + count)])
            start += count
            blocks.append(block)
            corrections.append(remainder(of: block, by: generator))
        }
        return interleave(blocks) + interleave(corrections)
    }

    private static func interleave(_ blocks: [[UInt8]]) -> [UInt8] {
        (0..<(blocks.map(\.count).max() ?? 0)).flatMap { place in
            blocks.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }

    /// Byte mode (0100), the count, the bytes, up to four zero bits, then 11101100 and 00010001 in
    /// turn.
    private static func padded(_ bytes: [UInt8], in version: QRVersion) -> [UInt8] {
        var bits = QRBits()
        bits.append(0b0100, count: 4)
        bits.append(bytes.count, count: version.number < 10 ? 8 : 16)
        for byte in bytes { bits.append(Int(byte), count: 8) }
        bits.append(0, count: min(4, version.dataBytes * 8 - bits.count))
        bits.append(0, count: (8 - bits.count % 8) % 8)
        var pads: [Int] = [0b1110_1100, 0b0001_0001]
        while bits.count < version.dataBytes * 8 {
            bits.append(pads[0], count: 8)
            pads.swapAt(0, 1)
        }
        return bits.bytes
    }

    // MARK: Arithmetic in GF(256), modulo x^8 + x^4 + x^3 + x^2 + 1

    private static let (exponentials, logarithms): ([UInt8], [Int]) = {
        var exponentials = [UInt8](repeating: 0, count: 255)
        var logarithms = [Int](repeating: 0, count: 256)
        var value = 1
        for power in 0..<255 {
            exponentials[power] = UInt8(value)
            logarithms[value] = power
            value <<= 1
            if value > 255 { value ^= 0b1_0001_1101 }
        }
        return (exponentials, logarithms)
    }()

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        guard left != 0, right != 0 else { return 0 }
        return exponentials[(logarithms[Int(left)] + logarithms[Int(right)]) % 255]
    }

    /// The product of (x - 2^i), i from 0, highest power first and without its leading 1.
    private static func generator(degree: Int) -> [UInt8] {
        var polynomial: [UInt8] = [1]
        for power in 0..<degree {
            let root = exponentials[power]
            var next = polynomial + [0]
            for (index, coefficient) in polynomial.enumerated() {
                next[index + 1] ^= product(coefficient, root)
            }
            polynomial = next
        }
        return Array(polynomial.dropFirst())
    }

    private static func remainder(of block: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for byte in block {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for (index, coefficient) in generator.enumerated() {
                remainder[index] ^= product(coefficient, factor)
            }
        }
        return remainder
    }
}

/// Bits in a row, the highest first.
private struct QRBits {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: Int, count added: Int) {
        for place in (0..<max(0, added)).reversed() {
            if count.isMultiple(of: 8) { bytes.append(0) }
            let bit = UInt8(truncatingIfNeeded: value >> place & 1)
            bytes[count / 8] |= bit << UInt8(7 - count % 8)
            count += 1
        }
    }
}
