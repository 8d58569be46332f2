package import Hometown

/// An exchange with its legs, its governments and where it stands.
package struct ExchangeRecord: Hashable, Sendable {
    package let exchange: RecordedExchange
    /// Those that count, in the order of their entries.
    package let legs: [RecordedLeg]
    /// Those that later ones mended.
    package var mended: [RecordedLeg] = []
    package let reciprocity: Reciprocity
    package let claims: [RecordedClaim]
    /// Every government that a leg names.
    package let governments: [Int16: Government]
    /// The Korean day up to which ages count.
    package var readOn = CivilDate(daysSinceEpoch: 0)

    package func name(of unit: Int16) -> Bilingual {
        governments[unit]?.name ?? Bilingual("-", "-")
    }
}
