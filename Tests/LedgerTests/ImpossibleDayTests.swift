import Hometown
import Ledger
import TestSupport
import Testing

/// The book tells what happened: nothing did on a day to come, nor in a year that lacks a digit.
@Suite struct ImpossibleDayTests {
    /// What the days are said of.
    private struct Scene {
        let test: TestLedger
        let agreement: Identifier
        let bar: Identifier
        let donation: Identifier
        let person: Identifier

        init(_ test: TestLedger) async throws {
            self.test = test
            agreement = try test.id(
                await test.ledger.record(
                    Scene.agreement(), request: test.request("agreement")))
            bar = try test.id(
                await test.ledger.record(Scene.bar("11000"), request: test.request("bar")))
            donation = try test.id(await test.give(1000, key: "donation"))
            person = try await test.person("가나다")
        }

        static func agreement() throws -> AgreementDraft {
            AgreementDraft(
                kind: .other, parties: [.init(government: "11000"), .init(government: "36110")],
                signedOn: try #require(EventDate("2023-04-10")))
        }

        static func bar(_ government: String) throws -> BarDraft {
            BarDraft(
                government: government, validFrom: try #require(CivilDate("2026-02-01")),
                validTo: try #require(CivilDate("2026-04-01")), reason: "권유")
        }

        /// Why the ledger does not record that these things happened on that day.
        func reasons(_ day: CivilDate) async throws -> [String] {
            func request(_ name: String) -> Request { test.request("\(name) \(day)") }
            let (ledger, date) = (test.ledger, EventDate(day))
            let moment = Instant(
                microseconds: Int64(day.daysSinceEpoch) * Instant.microsecondsPerDay
                    - Instant.koreaOffset)
            var answers: [Answer] = []
            var signed = try Scene.agreement()
            signed.signedAt = moment
            answers.append(try await ledger.record(signed, request: request("signed")))
            var ended = try Scene.agreement()
            ended.status = AgreementStatusDraft(state: .ended, happenedOn: date)
            answers.append(try await ledger.record(ended, request: request("ended")))
            answers.append(
                try await ledger.record(
                    AgreementStatusDraft(state: .ended, happenedOn: date), of: agreement,
                    request: request("status")))
            answers.append(
                try await ledger.record(
                    SourceDraft(outlet: "신문", language: .korean, publishedAt: moment),
                    request: request("source")))
            var published = try Scene.bar("26000")
            published.publishedOn = day
            answers.append(try await ledger.record(published, request: request("published")))
            answers.append(
                try await ledger.publish(bar: bar, on: day, request: request("publication")))
            answers.append(
                try await ledger.record(
                    OfficialReceiptDraft(donation: donation, no: "제1호", issuedOn: day),
                    request: request("receipt")))
            answers.append(
                try await ledger.record(
                    OfficialReceiptRecallDraft(
                        donation: donation, recalledOn: day, reason: "반환"),
                    request: request("recall")))
            answers.append(
                try await ledger.record(
                    OfficeDraft(title: Bilingual("시장", "Mayor"), knownOn: day), of: person,
                    request: request("office")))
            answers.append(try await ledger.record(exchange(date), request: request("exchange")))
            return answers.flatMap(\.reasons)
        }

        private func exchange(_ date: EventDate) -> ExchangeDraft {
            ExchangeDraft(
                occasion: .other, happenedOn: date,
                legs: [
                    LegDraft(from: "11000", to: "36110", happenedOn: date, people: 1),
                    LegDraft(from: "36110", to: "11000"),
                ])
        }
    }

    @Test func `nothing was signed, published, issued or known on a day to come`() async throws {
        try await TestLedger.with { test in
            let scene = try await Scene(test)
            let before = try await test.count("entry")
            let today = try await test.ledger.now().koreanDate
            let slip = try #require(CivilDate("0026-03-02"))
            let wrong = [
                "signed_at", "status.on", "on", "published_at", "published_on", "published_on",
                "issued_on", "recalled_on", "known_on", "on",
            ].map { "\($0) date_invalid" }
            // The day after tomorrow, lest it be midnight meanwhile.
            #expect(try await scene.reasons(today.adding(days: 2)) == wrong)
            #expect(try await scene.reasons(slip) == wrong)
            #expect(try await test.count("entry") == before)
            #expect(try await scene.reasons(today) == [])
            #expect(try await test.count("entry") > before)
        }
    }
}
