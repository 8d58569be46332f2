package import Hometown

/// 심사 근거. What a donation was judged by of its donor's home and employer (Act 4(1), 5), and which
/// of the rules nobody could answer. The employer itself is judged by and not kept.
package struct DonorGrounds: Hashable, Sendable {
    /// 주소지: the code of a government, `none` for no home in Korea; `nil` where none is known.
    package let residence: String?
    package let undetermined: Set<Rule>
    /// The first rule that it breaks.
    package let disputed: String?

    /// 거주지 규정: R10 to R13.
    package static let home: [Rule] = [
        .residenceKnown, .notOwnGovernment, .notOwnMetropolitan, .residenceUnambiguous,
    ]
    /// 소속 규정: R14.
    package static let employer: [Rule] = [.notEmployer]

    private static let refusals: [Rule: Refusal.Code] = [
        .residenceKnown: .donorResidenceUnknown, .notOwnGovernment: .donorResidesInRecipient,
        .notOwnMetropolitan: .recipientIsDonorsMetropolitan,
        .residenceUnambiguous: .donorResidenceAmbiguous, .notEmployer: .donorEmployedByRecipient,
    ]

    /// What was found of these rules; `nil` where another one was broken first, and nothing more is
    /// kept than that.
    package func answer(to rules: [Rule]) -> RuleAnswer? {
        let codes = rules.compactMap { DonorGrounds.refusals[$0]?.rawValue }
        if let disputed, codes.contains(disputed) { return .refused }
        if !undetermined.isDisjoint(with: rules) { return .undetermined }
        return disputed == nil ? .passed : nil
    }
}
