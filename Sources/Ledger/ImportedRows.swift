import Transparency

/// The entries of an import's rows, as its own entry and table tell of them.
struct ImportedRows {
    private(set) var ranges: [ClosedRange<Int64>] = []
    private var leaves: [UInt8] = []

    mutating func add(_ copies: DonationCopies) {
        for number in copies.numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        for leaf in copies.leaves { leaf.append(to: &leaves) }
    }

    /// SHA-256 over the leaf hashes, one after another.
    var hash: Hash256 { Hash256.of(leaves) }
}
