#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
package import Hometown

/// 난수. Where randomness comes from, so that tests can bring their own.
package struct Randomness: Sendable {
    private let fill: @Sendable (UnsafeMutableRawBufferPointer) -> Void

    /// - Parameter fill: fills a buffer of at most `fillBytesMax` with random bytes.
    package init(fill: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void) {
        self.fill = fill
    }

    /// The most that getentropy(3) gives at once.
    package static let fillBytesMax = 256

    /// The operating system's generator.
    package static let system = Randomness { buffer in
        let status = getentropy(buffer.baseAddress, buffer.count)
        precondition(status == 0, "the operating system has no randomness to give")
    }

    package func identifier(at instant: Instant) -> Identifier {
        var words: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &words) { fill($0) }
        return Identifier(madeAt: instant, random: words)
    }

    /// - Parameter count: at most `fillBytesMax`.
    package func bytes(_ count: Int) -> [UInt8] {
        precondition(count <= Randomness.fillBytesMax, "randomness comes in small portions")
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            fill(UnsafeMutableRawBufferPointer(buffer))
            filled = count
        }
    }

    /// 비축. Randomness drawn ahead, as much as the operating system gives at once: a batch asks it
    /// once for two donations, and not twice for each. No byte is handed out a second time.
    struct Stock {
        let randomness: Randomness
        private var ahead: [UInt8] = []
        private var spent = 0

        init(_ randomness: Randomness) {
            self.randomness = randomness
        }

        /// - Parameter count: at most `fillBytesMax`.
        mutating func bytes(_ count: Int) -> [UInt8] {
            precondition(count <= fillBytesMax, "randomness comes in small portions")
            if ahead.count - spent < count {
                ahead = randomness.bytes(fillBytesMax)
                spent = 0
            }
            spent += count
            return Array(ahead[spent - count..<spent])
        }

        mutating func identifier(at instant: Instant) -> Identifier {
            let words = bytes(2 * MemoryLayout<UInt64>.size).withUnsafeBytes { bytes in
                bytes.loadUnaligned(as: (UInt64, UInt64).self)
            }
            return Identifier(madeAt: instant, random: words)
        }
    }
}
