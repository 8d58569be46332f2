package import Hometown

/// 난수. Where randomness comes from, so that tests can bring their own.
package struct Randomness: Sendable {
    /// 64 random bits at a time.
    private let word: @Sendable () -> UInt64

    package init(word: @escaping @Sendable () -> UInt64) {
        self.word = word
    }

    /// The operating system's generator.
    package static let system = Randomness {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    package func identifier(at instant: Instant) -> Identifier {
        Identifier(madeAt: instant, random: (word(), word()))
    }

    /// - Parameter count: a multiple of eight.
    package func bytes(_ count: Int) -> [UInt8] {
        precondition(count.isMultiple(of: 8), "randomness comes in words of eight bytes")
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            for offset in stride(from: 0, to: count, by: 8) {
                raw.storeBytes(of: word(), toByteOffset: offset, as: UInt64.self)
            }
            filled = count
        }
    }
}
