/// 규칙. The rules a donation is judged by, numbered as in the law reference of the documentation
/// (R1 to R24) and in the order of the ladder.
package enum Rule: UInt8, Sendable, CaseIterable {
    case residentNumberAbsent = 1
    case amountValid = 2
    case dateNotInFuture = 3
    case dateInScheme = 4
    case donorNaturalPerson = 5
    case donorInOwnName = 6
    case governmentUnambiguous = 7
    case recipientInForce = 8
    case recipientNotBarred = 9
    case residenceKnown = 10
    case notOwnGovernment = 11
    case notOwnMetropolitan = 12
    case residenceUnambiguous = 13
    case notEmployer = 14
    case noInterest = 15
    case withinAnnualCap = 16
    case placePublic = 17
    case earmarkAvailable = 18
    case projectOpen = 19
    case giftLawful = 20
    case giftWithinLimit = 21
    case giftWanted = 22
    case checksComplete = 23
    case consentGiven = 24

    /// R11.
    package var number: String { "R\(rawValue)" }
}
