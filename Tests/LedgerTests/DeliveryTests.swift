import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// The outbox of filed summaries, over a real ledger.
@Suite struct DeliveryTests {
    private static let daemon = Identifier(high: 3, low: 3)
    private static let answer = Bilingual("받음", "taken")

    private func desk(_ test: TestLedger) -> SummaryDesk {
        SummaryDesk(author: test.author, daemon: Self.daemon) { facts in
            RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: 1,
                files: ["ko.html", "hwpx"].map { kind in
                    .init(
                        name: "\(facts.heading.periodKey).\(kind)", mediaType: "text/plain",
                        bytes: Array(kind.utf8))
                })
        }
    }

    private func add(
        _ name: String, to test: TestLedger, schedules: [String] = [], formats: [String] = []
    ) async throws {
        let receiver = try Receiver(
            name: name, kind: .directory, address: "/srv/\(name)", schedules: schedules,
            formats: formats)
        _ = try await test.ledger.addReceiver(receiver, note: nil, author: test.author)
    }

    private func file(_ schedule: String, _ test: TestLedger) async throws {
        _ = try await test.ledger.runNow(schedule, period: nil, reason: "시험", desk(test))
    }

    @Test func `what is filed goes into the outbox of whoever gets it`() async throws {
        try await TestLedger.with { test in
            try await add("all", to: test)
            try await add("weekly", to: test, schedules: ["weekly"], formats: ["hwpx"])
            try await add("off", to: test)
            _ = try await test.ledger.switchReceiver(
                "off", on: false, note: "쉼", author: test.author)
            try await file("daily", test)
            let daily = try await test.ledger.deliveries(rowsMax: 9)
            #expect(daily.map(\.receiver) == ["all"])
            try await file("weekly", test)
            #expect(try await test.ledger.deliveries(of: daily[0].summary, rowsMax: 9) == daily)
            let claimed = try await test.ledger.claimDeliveries(besides: [])
                .sorted { $0.receiver.name < $1.receiver.name }
            #expect(claimed.map(\.receiver.name) == ["all", "weekly"])
            #expect(claimed[0].parcel.schedule == "daily" && claimed[0].parcel.files.count == 2)
            #expect(claimed[1].parcel.files.map(\.name).allSatisfy { $0.hasSuffix(".hwpx") })
            #expect(claimed[1].parcel.files.count == 1)
        }
    }

    @Test func `each delivery is one daemon's, and a receiver's come one by one`() async throws {
        try await TestLedger.with { test in
            try await add("share", to: test)
            try await file("daily", test)
            try await file("weekly", test)
            let other = try await TestLedger(conninfo: test.conninfo)
            let first = try await test.ledger.claimDeliveries(besides: [])
            #expect(first.map(\.parcel.schedule) == ["daily"])
            #expect(try await test.ledger.claimDeliveries(besides: ["share"]).isEmpty)
            let second = try await other.ledger.claimDeliveries(besides: [])
            #expect(second.map(\.parcel.schedule) == ["weekly"])
            #expect(try await other.ledger.claimDeliveries(besides: []).isEmpty)
            await other.pool.close()
        }
    }

    @Test func `what a dead daemon was at is taken up by another under the same id`()
        async throws
    {
        try await TestLedger.with { test in
            try await add("share", to: test)
            try await file("daily", test)
            let lost = try await test.ledger.claimDeliveries(besides: [])
            try await test.run("UPDATE delivery SET due_at = clock_timestamp()")
            let taken = try await test.ledger.claimDeliveries(besides: [])
            #expect(taken[0].parcel.id == lost[0].parcel.id && taken[0].attempt == 2)
            // The first comes back from the dead: it is history, and settles nothing.
            _ = try await test.ledger.settle(
                lost[0], arrived: false, Self.answer, daemon: Self.daemon)
            #expect(try await test.ledger.deliveries(.waiting, rowsMax: 9).count == 1)
            _ = try await test.ledger.settle(
                taken[0], arrived: true, Self.answer, daemon: Self.daemon)
            let sent = try await test.ledger.deliveries(.sent, rowsMax: 9)
            #expect(sent.count == 1 && sent[0].lastText == Self.answer)
        }
    }

    @Test func `what cannot arrive is given up after three attempts, and sent again by hand`()
        async throws
    {
        try await TestLedger.with { test in
            try await add("share", to: test)
            try await file("daily", test)
            var states: [DeliveryState] = []
            for _ in 1...3 {
                try await test.run("UPDATE delivery SET due_at = clock_timestamp()")
                let claimed = try await test.ledger.claimDeliveries(besides: [])
                states.append(
                    try await test.ledger.settle(
                        claimed[0], arrived: false, Self.answer, isPermanent: true,
                        daemon: Self.daemon))
            }
            #expect(states == [.waiting, .waiting, .givenUp])
            #expect(try await test.ledger.receiver("share")?.givenUp == 1)
            let given = try await test.ledger.deliveries(.givenUp, rowsMax: 9)
            let again = try await test.ledger.sendAgain(given[0].id)
            #expect(again.id == given[0].id && again.state == .waiting)
            #expect(try await test.ledger.claimDeliveries(besides: [])[0].attempt == 4)
        }
    }

    @Test func `a failure waits longer each time`() async throws {
        try await TestLedger.with { test in
            try await add("share", to: test)
            try await file("daily", test)
            let wait = """
                SELECT extract(epoch FROM due_at - max(ended_at))
                FROM delivery JOIN delivery_attempt ON delivery_number = number
                GROUP BY due_at
                """
            var waits: [Double] = []
            for _ in 0..<3 {
                try await test.run("UPDATE delivery SET due_at = clock_timestamp()")
                let claimed = try await test.ledger.claimDeliveries(besides: [])
                _ = try await test.ledger.settle(
                    claimed[0], arrived: false, Self.answer, daemon: Self.daemon)
                let seconds = try await TestServer.shared.psql(test.conninfo, ["-qAtc", wait])
                waits.append(try #require(Double(seconds.filter { !$0.isWhitespace })))
            }
            #expect(zip(waits, [5.0, 10, 20]).allSatisfy { $0 > 0 && $0 <= $1 }, "\(waits)")
            #expect(waits == waits.sorted(), "\(waits)")
            #expect(try await test.ledger.claimDeliveries(besides: []).isEmpty)
        }
    }

    @Test func `receivers are told apart, kept with their history, and their secrets renewed`()
        async throws
    {
        try await TestLedger.with { test in
            try await add("share", to: test)
            await #expect(throws: ReceiverProblem.nameTaken("share")) {
                try await add("share", to: test)
            }
            await #expect(throws: ReceiverProblem.unknownSchedule("hourly")) {
                try await add("other", to: test, schedules: ["hourly"])
            }
            // Nothing is filed as PDF: such a receiver would get empty parcels.
            await #expect(throws: ReceiverProblem.fault(.format("pdf"))) {
                try await add("paper", to: test, formats: ["hwpx", "pdf"])
            }
            let share = try #require(try await test.ledger.receiver("share"))
            await #expect(throws: ReceiverProblem.unsigned("share")) {
                try await test.ledger.renewSecret(
                    ofReceiver: "share", note: "유출", author: test.author)
            }
            #expect(try await test.ledger.receiver("share") == share)
            #expect(try await test.ledger.changes(of: share, rowsMax: 9).map(\.action) == [.added])
            let hook = try Receiver(
                name: "hook", kind: .webhook, address: "https://203.0.113.7/in", schedules: [],
                formats: [])
            let old = try await test.ledger.addReceiver(hook, note: nil, author: test.author)
            let new = try await test.ledger.renewSecret(
                ofReceiver: "hook", note: "유출", author: test.author)
            #expect(test.ledger.secret(of: old) != test.ledger.secret(of: new))
            #expect(test.ledger.secret(of: new).bytes.count == 32)
            let changes = try await test.ledger.changes(of: new, rowsMax: 9)
            #expect(changes.map(\.action) == [.secretRenewed, .added])
            #expect(changes[0].note == "유출")
        }
    }
}
