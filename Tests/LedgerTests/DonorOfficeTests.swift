import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct DonorOfficeTests {
    /// R14 asks who gives, and not under which name.
    @Test func `an office is the donor's, whichever key names him`() async throws {
        try await TestLedger.with { test in
            let office = OfficeDraft(
                title: Bilingual("시장", "Mayor"), government: "36110",
                heldFrom: CivilDate("2023-01-01"))
            let draft = PersonDraft(
                name: Bilingual("가나다", "Ganada"), donor: test.ledger.secret.donor("own"),
                offices: [office])
            let person = try test.id(
                await test.ledger.record(draft, request: test.request("mayor")))
            #expect(
                try await test.ledger.record(
                    DonorJoiningDraft(
                        person: person, donor: test.ledger.secret.donor("joined")),
                    request: test.request("join")
                ).receipt != nil)
            for donor in ["own", "joined"] {
                let refused = try await test.give(1000, donor: donor, key: donor)
                #expect(refused.reasons == ["recipient donor_employed_by_recipient"], "\(donor)")
                let list = try await test.ledger.importDonations(
                    DonationImportTests.draft([DonationImportTests.row(donor)]),
                    request: test.request("list \(donor)"))
                guard case .rejected(let report) = list else {
                    Issue.record("\(list)")
                    continue
                }
                #expect(report.problems.map(\.code) == ["donor_employed_by_recipient"])
                let elsewhere = try await test.give(
                    1000, donor: donor, to: "30000", key: "elsewhere \(donor)")
                #expect(elsewhere.receipt != nil, "\(elsewhere)")
            }
            // Before the term nothing is known, and another donor is nobody's mayor.
            #expect(try await test.give(1000, donor: "other", key: "other").receipt != nil)
        }
    }

    @Test func `an office ends after it begins, within the calendar`() async throws {
        try await TestLedger.with { test in
            let draft = PersonDraft(
                name: Bilingual("가나다", "Ganada"), donor: test.ledger.secret.donor("own"))
            let person = try test.id(
                await test.ledger.record(draft, request: test.request("person")))
            for (key, office) in [
                (
                    "first",
                    OfficeDraft(
                        title: Bilingual("가", "A"), government: "36110",
                        heldTo: CivilDate("0001-01-01"))
                ),
                (
                    "last",
                    OfficeDraft(
                        title: Bilingual("나", "B"), government: "36110",
                        heldTo: CivilDate("9999-12-31"))
                ),
            ] {
                let answer = try await test.ledger.record(
                    office, of: person, request: test.request(key))
                #expect(answer.receipt != nil, "\(answer)")
            }
            #expect(try await test.give(1000, donor: "own", key: "gift").receipt != nil)
            let reversed = OfficeDraft(
                title: Bilingual("다", "C"), heldFrom: CivilDate("2026-05-01"),
                heldTo: CivilDate("2026-05-01"))
            let refused = try await test.ledger.record(
                reversed, of: person, request: test.request("reversed"))
            #expect(refused.reasons == ["held_to date_invalid"])
            let ahead = OfficeDraft(
                title: Bilingual("라", "D"), heldFrom: CivilDate("9999-12-30"))
            let begins = try await test.ledger.record(
                ahead, of: person, request: test.request("ahead"))
            #expect(begins.receipt != nil, "\(begins)")
        }
    }
}
