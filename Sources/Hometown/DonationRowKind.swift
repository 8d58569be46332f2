/// 행 종류. What a row of an exported list tells of: a donation, or what became of one afterwards.
/// Each has the amount that it adds to the totals, so that the rows of a donation come to what of
/// it stands.
package enum DonationRowKind: String, Sendable, CaseIterable {
    /// 기부.
    case donation
    /// 취소, by itself or by an amendment.
    case reversal
    /// 반환 (Act 14).
    case `return`
    /// 되살림: a reversal or return that was itself a mistake.
    case restoration

    /// What our own files write is the API's word; people write the Korean one, too.
    package init?(cell: String) {
        let text = cell.tidied.lowercased()
        guard
            let kind = DonationRowKind.allCases.first(where: {
                $0.rawValue == text || $0.korean == text
            })
        else { return nil }
        self = kind
    }

    /// What the amount of the donation is multiplied by.
    package var sign: Int64 {
        switch self {
        case .donation, .restoration: 1
        case .reversal, .return: -1
        }
    }

    private var korean: String {
        switch self {
        case .donation: "기부"
        case .reversal: "취소"
        case .return: "반환"
        case .restoration: "되살림"
        }
    }
}
