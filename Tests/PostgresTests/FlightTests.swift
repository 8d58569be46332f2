@testable import Postgres
import Testing

@Suite struct FlightTests {
    /// Replies, and what each is to cause, for a flight of two commands.
    private static let scripts: [(String, [(FlightReply, Flight.Action)])] = [
        (
            "both answer",
            [
                (.answer, .keep(0)), (.pause, .readOn), (.answer, .keep(1)), (.pause, .readOn),
                (.landing, .land),
            ]
        ),
        (
            "the first fails and the second is skipped",
            [
                (.failure, .fail(0)), (.pause, .readOn), (.skipped, .readOn), (.pause, .readOn),
                (.landing, .land),
            ]
        ),
        (
            "the second fails",
            [
                (.answer, .keep(0)), (.pause, .readOn), (.failure, .fail(1)), (.pause, .readOn),
                (.landing, .land),
            ]
        ),
        (
            "a pause too many",
            [
                (.pause, .wait), (.answer, .keep(0)), (.pause, .readOn), (.pause, .wait),
                (.answer, .keep(1)), (.pause, .readOn), (.landing, .land),
            ]
        ),
        (
            "the session ends before the landing",
            [
                (.answer, .keep(0)), (.pause, .readOn), (.answer, .keep(1)), (.pause, .readOn),
                (.failure, .fail(2)),
            ]
        ),
        ("a landing too early", [(.answer, .keep(0)), (.pause, .readOn), (.landing, .giveUp)]),
        ("two answers to one command", [(.answer, .keep(0)), (.answer, .giveUp)]),
        ("COPY in a flight", [(.copyIn, .giveUp)]),
        ("something libpq does not know yet", [(.unexpected, .giveUp)]),
    ]

    @Test(arguments: scripts.indices)
    func `Every order of answers has its action`(index: Int) {
        let (name, script) = FlightTests.scripts[index]
        var flight = Flight(commandCount: 2)
        for (step, (reply, action)) in script.enumerated() {
            #expect(flight.receive(reply) == action, "\(name), step \(step)")
        }
    }

    @Test func `A flight without commands is a landing alone`() {
        var flight = Flight(commandCount: 0)
        #expect(flight.receive(.landing) == .land)
        #expect(flight.receive(.landing) == .giveUp)
    }

    @Test func `A statement is prepared once in a flight and not again in the next`() throws {
        var first = FlightPlan(prepared: [:], preparedCount: 0)
        for id in 1...3 { try first.add(try Call(InsertItem(id: Int64(id)))) }
        #expect(first.commands.map(\.hasResult) == [false, true, true, true])

        guard case .prepare(let prepared, _) = first.commands[0] else {
            Issue.record("the first command prepares")
            return
        }
        #expect(prepared.name == "InsertItem_1")
        var next = FlightPlan(prepared: [prepared.type: prepared], preparedCount: 1)
        try next.add(try Call(InsertItem(id: 4)))
        #expect(next.commands.map(\.hasResult) == [true])
    }
}
