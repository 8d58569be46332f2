import Hometown
import Postgres
import TestSupport
import Testing

@testable import Ledger

/// Whose data somebody asks about is a human, under however many keys.
@Suite struct AuditSubjectTests {
    private func subjects(of id: Identifier, _ test: TestLedger) async throws -> [Identifier] {
        var filter = AuditFilter()
        filter.subject = .id(id)
        let asked = filter
        return try await test.pool.transaction(readOnly: true) {
            try await test.ledger.resolved(asked, in: $0).subjects ?? []
        }
    }

    @Test func `whoever was joined to a person is found by anything of either`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            var draft = test.intake(10_000, to: "30000")
            draft.donor = .person(person)
            let own = try test.id(
                await test.ledger.record(
                    draft, content: draft.canonical.bytes, request: test.request("own")))
            let joined = try test.id(await test.give(10_000, donor: "same", key: "same"))
            let other = try test.id(await test.give(10_000, donor: "other", key: "other"))
            let interest = try test.id(
                await test.ledger.record(
                    InterestDraft(
                        donor: .keyed(test.ledger.secret.donor("same")), government: "36110",
                        relation: .other),
                    request: test.request("interest")))
            #expect(try await subjects(of: own, test) == [own, person])
            #expect(try await subjects(of: person, test) == [person, own])
            #expect(try await subjects(of: joined, test) == [joined, interest])
            _ = try test.id(
                await test.ledger.record(
                    DonorJoiningDraft(person: person, donor: test.ledger.secret.donor("same")),
                    request: test.request("join")))
            let all: Set = [own, person, joined, interest]
            for id in all {
                let found = try await subjects(of: id, test)
                #expect(found.first == id)
                #expect(found.count == all.count && Set(found) == all)
            }
            #expect(try await subjects(of: other, test) == [other])
        }
    }
}
