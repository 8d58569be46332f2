/// What making a password's hash costs whoever tries to guess it (RFC 7914, 2): memory of
/// 128 · N · r bytes, and the time to fill it p times.
package struct PasswordCost: Hashable, Sendable {
    /// N, a power of two.
    package let rounds: Int
    /// r.
    package let blockSize: Int
    /// p.
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 128 MiB, half a second of a small machine.
    package static let standard = PasswordCost(rounds: 1 << 17, blockSize: 8, parallelism: 1)
}
