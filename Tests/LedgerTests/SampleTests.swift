import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// The facts of the two founding articles, as the ledger holds them once loaded: nothing more and
/// nothing less than the articles say.
@Suite struct SampleTests {
    @Test func `the first load records every thing, the second nothing`() async throws {
        try await TestLedger.with { test in
            let first = try await test.ledger.loadSample(author: test.author)
            #expect(first.recorded == 28)
            #expect(first.replayed == 0)
            let before = try await test.count("entry")
            let daemon = try await test.ledger.author(.daemon, name: "pumasi")
            let second = try await test.ledger.loadSample(author: daemon)
            #expect(second.recorded == 0)
            #expect(second.replayed == 28)
            #expect(try await test.count("entry") == before)
            #expect(try await test.count("claim") == 75)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a load that broke off goes on where it stopped`() async throws {
        try await TestLedger.with { test in
            let whole = Task { try await test.ledger.loadSample(author: test.author) }
            while try await test.count("person") == 0 { await Task.yield() }
            whole.cancel()
            _ = await whole.result
            _ = try await test.ledger.loadSample(author: test.author)
            #expect(try await test.count("person") == 7)
            #expect(try await test.count("donation") == 7)
            #expect(try await test.count("nomination") == 3)
        }
    }

    @Test func `two daemons that load at once record it once`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            async let one = first.ledger.loadSample(author: first.author)
            async let two = second.ledger.loadSample(author: second.author)
            let reports = try await [one, two]
            await second.pool.close()
            #expect(reports.map(\.recorded).reduce(0, +) == 28)
            #expect(reports.map(\.replayed).reduce(0, +) == 28)
            #expect(try await first.count("donation") == 7)
        }
    }

    @Test func `seven people hold the offices of the day`() async throws {
        try await TestLedger.loaded { test in
            let people = try await test.ledger.people(rowsMax: 100)
            let told = people.map { record in
                let office = record.offices.first
                return "\(record.person.name?.korean ?? "-") \(office?.title.korean ?? "-") "
                    + "\(office?.knownOn?.description ?? "-")"
            }
            #expect(
                told == [
                    "오세훈 서울특별시장 2023-04-10", "최민호 세종특별자치시장 2023-04-10",
                    "이장우 대전시장 2023-04-10", "오영훈 제주특별자치도지사 2023-04-10",
                    "유정복 인천광역시장 2023-04-10", "한병도 의원 2023-04-10",
                    "이명수 국회의원 2023-04-10",
                ])
            let member = try #require(people.last?.offices.first)
            #expect(member.government == nil)
            #expect(member.constituency?.korean == "충남 아산시갑")
            #expect(member.party?.english == "People Power Party")
            #expect(people.allSatisfy { !$0.claims.isEmpty })
        }
    }

    @Test func `two agreements have seven fields and a predecessor, three are of sports`()
        async throws
    {
        try await TestLedger.loaded { test in
            let agreements = try await test.ledger.agreements(rowsMax: 100)
            #expect(agreements.count == 7)
            let byID = Dictionary(uniqueKeysWithValues: agreements.map { ($0.agreement.id, $0) })
            let told = agreements.map { record in
                let before = record.agreement.predecessor.flatMap { byID[$0] }
                return [
                    record.agreement.kind, record.agreement.signedOn.text,
                    record.parties.map(\.name.korean).joined(separator: "-"),
                    "\(record.fields.count)", before?.agreement.signedOn.text ?? "-",
                ].joined(separator: " ")
            }
            #expect(
                told == [
                    "sports 2004 서울특별시-전라남도 0 -", "sports 2009 서울특별시-제주특별자치도 0 -",
                    "friendship 2015 서울특별시-대전광역시 2 -",
                    "friendship 2016-03 서울특별시-세종특별자치시 2 -",
                    "sports 2017 서울특별시-광주광역시 0 -",
                    "exchange 2023-04-10 서울특별시-세종특별자치시 7 2016-03",
                    "exchange 2023-04-10 서울특별시-대전광역시 7 2015",
                ])
        }
    }

    @Test func `an agreement keeps every wording with its source`() async throws {
        try await TestLedger.loaded { test in
            let agreements = try await test.ledger.agreements(rowsMax: 100)
            let record = try #require(agreements.first { $0.agreement.signedAt != nil })
            #expect(record.agreement.signedAt?.koreanText == "2023-04-10T11:10:00+09:00")
            #expect(record.agreement.place?.korean == "세종시청 4층")
            #expect(record.agreement.signatories.compactMap { $0 }.count == 2)
            #expect(record.fields.map(\.no) == [1, 2, 3, 4, 5, 6, 7])
            #expect(record.fields[2].name.english.hasPrefix("Carbon neutrality"))
            let titles = record.claims.filter { $0.attribute == "title" }
            #expect(
                titles.map(\.value) == [
                    "교류강화 업무협약", "상호 교류강화를 위한 업무협약", "상호 교류 강화 업무협약",
                ])
            #expect(titles.map(\.outlet) == ["영등포신문", "시사저널", "시사저널"])
            #expect(record.claims.count { $0.attribute == "place" } == 2)
            let quote = record.claims.first { $0.attribute == "fields[6]" }?.quote
            #expect(quote == "▲인재개발교육 교류 등 7개 분야")
            let friendly = try #require(
                agreements.first { $0.agreement.signedOn.text == "2016-03" })
            let days = friendly.claims.filter { $0.attribute == "signed_on" }
            #expect(days.map(\.value) == ["2016", "2016-03"])
        }
    }

    @Test func `both exchanges are answered, even in people and undetermined in money`()
        async throws
    {
        try await TestLedger.loaded { test in
            let exchanges = try await test.ledger.exchanges(rowsMax: 100)
            #expect(exchanges.count == 2)
            for record in exchanges {
                #expect(record.reciprocity.state == .answered)
                #expect(record.reciprocity.people == .balanced)
                #expect(record.reciprocity.amount == .undetermined)
                #expect(record.exchange.happenedOn.text == "2023-04-10")
                #expect(record.exchange.agreement != nil)
                #expect(record.legs.map(\.people) == [1, 1])
                #expect(record.legs.allSatisfy { $0.amount == nil && $0.donations.count == 1 })
                #expect(!record.claims.isEmpty)
            }
            let ways = exchanges.map { record in
                record.legs.map { leg in
                    [leg.from, leg.to].map { record.governments[$0]?.code ?? "-" }
                        .joined(separator: ">")
                }
            }
            #expect(ways == [["11000>36110", "36110>11000"], ["11000>30000", "30000>11000"]])
        }
    }
}
