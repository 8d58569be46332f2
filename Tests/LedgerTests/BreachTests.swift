import Hometown
import Ledger
import TestSupport
import Testing

/// Whose rows somebody saw in a time, by ids alone.
@Suite struct BreachTests {
    @Test func `what was shown or taken out in a time is told by thing and author`() async throws {
        try await TestLedger.with { test in
            let gift = try test.id(await test.give(10_000, donor: "one", key: "one"))
            let other = try test.id(await test.give(10_000, donor: "two", key: "two"))
            let person = try await test.person("가나다")
            let thief = try await test.ledger.author(.token, name: "thief").id
            let clerk = try await test.ledger.author(.token, name: "clerk").id
            func saw(
                _ action: Access.Action, _ author: Identifier, _ kind: Entry.Kind?,
                _ subjects: [Identifier], count: Int = 0
            ) -> Access {
                Access(
                    action, author: author, address: "192.0.2.1", kind: kind, subjects: subjects,
                    count: count, reason: "까닭")
            }
            let begin = try await test.ledger.now()
            try await test.ledger.write([
                saw(.connected, thief, nil, []), saw(.read, thief, .donation, [gift]),
                saw(.read, thief, .donation, [gift, other]),
                saw(.exported, thief, .donation, [gift]), saw(.read, clerk, .person, [person]),
                saw(.exported, clerk, nil, [], count: 7),
            ])
            let now = try await test.ledger.now()
            let end = Instant(microseconds: now.microseconds + 1_000)
            let found = try #require(try await test.ledger.breach(in: begin..<end))
            #expect(found.rows.count == 4)
            #expect(found.thingCount == 3 && found.donorCount == 3)
            let twice = try #require(found.rows.first { $0.id == gift && $0.action == .read })
            #expect(twice.times == 2 && twice.author?.name == "thief")
            #expect(twice.kind == .donation && twice.no?.hasPrefix("D-") == true)
            #expect(twice.firstAt < twice.lastAt)
            let exported = found.rows.filter { $0.action == .exported }
            #expect(exported.map(\.id) == [gift])
            #expect(exported.first?.donor == twice.donor)
            #expect(found.unnamed.map(\.count) == [7])
            let clerks = try await test.ledger.breach(in: begin..<end, authorName: "clerk")
            #expect(clerks?.rows.map(\.id) == [person])
            #expect(try await test.ledger.hasAuthor(named: "clerk"))
            #expect(try await !test.ledger.hasAuthor(named: "nobody"))
            let nobodys = try await test.ledger.breach(in: begin..<end, authorName: "nobody")
            #expect(nobodys?.rows == [] && nobodys?.unnamed == [])
            let later = Instant(microseconds: end.microseconds + 1_000)
            #expect(try await test.ledger.breach(in: end..<later)?.rows == [])
        }
    }

    @Test func `of a time before the log is whole it is told from when it is`() async throws {
        try await TestLedger.with { test in
            let now = try await test.ledger.now()
            let past = Instant(microseconds: 0)..<now
            let none = try #require(try await test.ledger.breach(in: past))
            #expect(none.logBegin == nil)
            func month(back months: Int) async throws -> Instant? {
                try await test.run(
                    """
                    SELECT keep_access_month((date_trunc('month', now() AT TIME ZONE 'UTC')
                        - interval '\(months) months')::date)
                    """)
                return try await test.ledger.breach(in: past)?.logBegin
            }
            let first = try #require(try await month(back: 0))
            #expect(first < now)
            let second = try #require(try await month(back: 1))
            #expect(second < first)
            // Of the months between nothing is there any more.
            #expect(try await month(back: 25) == second)
            // What a clock wrote that was ahead begins nothing.
            #expect(try await month(back: -3) == second)
        }
    }
}
