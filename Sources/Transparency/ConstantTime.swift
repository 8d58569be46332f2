extension [UInt8] {
    /// 일정 시간 비교. Whether these are the same bytes. How long it takes depends on their number alone
    /// (constant-time comparison), so that nobody learns from it how much of a guess was right.
    package func matchesInConstantTime(_ other: [UInt8]) -> Bool {
        count == other.count && zip(self, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
