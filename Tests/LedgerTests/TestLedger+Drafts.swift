import Hometown
import Ledger
import Testing
import TestSupport

/// Shortest ways to things that a test needs before it can begin.
extension TestLedger {
    func request(_ key: String) -> Request {
        Request(author: author, key: key)
    }

    /// The id of what was recorded; the test fails on any other answer.
    func id(_ answer: Answer) throws -> Identifier {
        try #require(answer.receipt).id
    }

    /// A public person, who holds no office unless one is given.
    func person(_ name: String, _ offices: OfficeDraft...) async throws -> Identifier {
        let draft = PersonDraft(name: Bilingual(name, name), offices: offices)
        return try id(await ledger.record(draft, request: request("person \(name)")))
    }

    /// A mayor since the beginning of 2023.
    func mayor(_ name: String, of government: String) async throws -> Identifier {
        try await person(
            name,
            OfficeDraft(
                title: Bilingual("시장", "Mayor"), government: government,
                heldFrom: CivilDate("2023-01-01")))
    }

    func source(_ outlet: String = "신문") async throws -> Identifier {
        let draft = SourceDraft(outlet: outlet, language: .korean)
        return try id(await ledger.record(draft, request: request("source \(outlet)")))
    }

    func relay() async throws -> Identifier {
        let draft = RelayDraft(name: Bilingual("챌린지", "Challenge"))
        return try id(await ledger.record(draft, request: request("relay")))
    }

    /// A gift of a public person that somebody reports.
    func reported(
        by person: Identifier, to recipient: String, on date: String = "2026-03-02",
        _ won: Int64? = nil
    ) throws -> DonationDraft {
        DonationDraft(
            origin: .reported, donor: .person(person), recipient: recipient,
            amount: won.map { Won($0) }, donatedOn: try #require(EventDate(date)))
    }
}

extension Answer {
    /// Why nothing was recorded, by field and code; empty for any other answer.
    var reasons: [String] {
        guard case .refused(let refusals) = self else { return [] }
        return refusals.map { "\($0.field) \($0.code.rawValue)" }
    }
}
