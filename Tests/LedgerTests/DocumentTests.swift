import Hometown
import Ledger
import Testing
import TestSupport

/// What belongs to an agreement beyond its signing.
@Suite struct DocumentTests {
    private func draft(_ year: String, _ parties: [String]) throws -> AgreementDraft {
        AgreementDraft(
            kind: .exchange, parties: parties.map { AgreementDraft.Party(government: $0) },
            signedOn: try #require(EventDate(year)))
    }

    @Test func `agreements are chained over renewals, and the last stands`() async throws {
        try await TestLedger.with { test in
            let parties = ["11000", "46000", "50000"]
            var ids: [Identifier] = []
            for year in ["2004", "2012-05", "2023-04-10"] {
                var draft = try draft(year, parties)
                draft.predecessor = ids.last
                draft.isRenewal = ids.count == 1
                ids.append(
                    try test.id(await test.ledger.record(draft, request: test.request(year))))
            }
            let records = try await test.ledger.agreements(rowsMax: 9)
            #expect(records.allSatisfy { $0.chain.map(\.id) == ids })
            #expect(records.map(\.successors) == [[ids[1]], [ids[2]], []])
            #expect(records.map(\.standing) == [.succeeded, .succeeded, .inForce])
            #expect(records.map(\.agreement.isRenewal) == [false, true, false])
        }
    }

    @Test func `the register is asked by government, field, year and kind`() async throws {
        try await TestLedger.loaded { test in
            let registry = try await test.ledger.governments()
            func found(_ filter: AgreementFilter) async throws -> Int {
                try await test.ledger.agreements(filter, rowsMax: 99).count
            }
            func units(_ code: String) throws -> [Int16] {
                registry.line(of: try #require(registry[code: code]))
            }
            #expect(try await found(AgreementFilter(units: units("11000"))) == 7)
            #expect(try await found(AgreementFilter(units: units("36110"))) == 2)
            // Gwangju and Jeonnam became one government in 2026.
            #expect(try await found(AgreementFilter(units: units("12000"))) == 2)
            #expect(try await found(AgreementFilter(units: units("29000"))) == 1)
            #expect(try await found(AgreementFilter(field: "고향사랑")) == 2)
            #expect(try await found(AgreementFilter(field: "TRAM")) == 1)
            #expect(try await found(AgreementFilter(field: "100%")) == 0)
            #expect(try await found(AgreementFilter(year: 2023)) == 2)
            #expect(try await found(AgreementFilter(year: 2016)) == 1)
            #expect(try await found(AgreementFilter(kind: .sports)) == 3)
            #expect(
                try await found(AgreementFilter(units: units("36110"), year: 2023)) == 1)
        }
    }

    @Test func `the articles' sports agreements are kept up and the signing has its picture`()
        async throws
    {
        try await TestLedger.loaded { test in
            let records = try await test.ledger.agreements(rowsMax: 9)
            let sports = records.filter { $0.agreement.kind == "sports" }
            #expect(sports.count == 3)
            #expect(sports.allSatisfy { $0.statuses.map(\.text?.korean) == ["정기 교류"] })
            let sejong = try #require(
                records.first { $0.documents.first?.credit == "세종시 제공" })
            #expect(sejong.chain.count == 2)
            #expect(sejong.people.count == 2)
            #expect(sejong.claims.count { $0.attribute == "title" } == 3)
            #expect(records.filter { $0.standing == .succeeded }.count == 2)
        }
    }

    @Test func `a document and a status are added later as entries`() async throws {
        try await TestLedger.with { test in
            var draft = try draft("2023-04-10", ["11000", "36110"])
            draft.places = [Bilingual("대전시청", "Daejeon City Hall")]
            draft.startsOn = CivilDate("2023-04-10")
            let id = try test.id(await test.ledger.record(draft, request: test.request("a")))
            let document = DocumentDraft(
                kind: .text, title: Bilingual("협약서", "Text"), link: "https://example.org/a",
                sha256: [UInt8](repeating: 7, count: 32))
            #expect(
                try await test.ledger.record(document, of: id, request: test.request("d")).receipt?
                    .kind == .document)
            let ended = AgreementStatusDraft(
                state: .ended, text: Bilingual("종료", "Ended"), happenedOn: EventDate("2025"))
            #expect(
                try await test.ledger.record(ended, of: id, request: test.request("s")).receipt?
                    .kind == .agreementStatus)
            let record = try #require(try await test.ledger.agreement(id))
            #expect(record.places.map(\.english) == ["Daejeon City Hall"])
            #expect(record.documents.map(\.link) == ["https://example.org/a"])
            #expect(record.standing == .ended)
            #expect(try await test.entries(of: "document").count == 1)
            let nothing = Identifier(high: 1, low: 2)
            #expect(
                try await test.ledger.record(document, of: nothing, request: test.request("x"))
                    .reasons == ["agreement_id reference_unknown"])
            #expect(
                try await test.ledger.record(ended, of: nothing, request: test.request("y"))
                    .reasons == ["agreement_id reference_unknown"])
        }
    }

    @Test func `a term that ends before it begins and a renewal of nothing are refused`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = try draft("2023-04-10", ["11000", "36110"])
            draft.startsOn = CivilDate("2023-04-10")
            draft.endsOn = CivilDate("2023-04-09")
            draft.isRenewal = true
            #expect(
                try await test.ledger.record(draft, request: test.request("a")).reasons
                    == ["predecessor field_missing", "ends_on date_invalid"])
            draft.endsOn = CivilDate("2024-04-09")
            draft.isRenewal = false
            let id = try test.id(await test.ledger.record(draft, request: test.request("b")))
            #expect(try await test.ledger.agreement(id)?.standing == .ended)
        }
    }
}
