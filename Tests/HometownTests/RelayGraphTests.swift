import Hometown
import Testing

@Suite struct RelayGraphTests {
    private func id(_ number: UInt64) -> Identifier { Identifier(high: 0, low: number) }

    private func nomination(
        _ number: UInt64, _ nominator: UInt64, _ nominee: UInt64, answeredBy: UInt64? = nil,
        on date: EventDate? = nil, reply: Nomination.Reply? = nil
    ) -> Nomination {
        Nomination(
            id: id(1000 + number), nominator: id(nominator), nominee: id(nominee),
            nominatedOn: date, answeredBy: answeredBy.map(id), reply: reply)
    }

    /// 오영훈 (1) and 유정복 (2) named 최민호 (3), who named 이명수 (104).
    private var founding: RelayGraph {
        RelayGraph(
            participations: [1, 2, 3].map { Participation(id: id($0), person: id(100 + $0)) },
            nominations: [
                nomination(1, 1, 103, answeredBy: 3), nomination(2, 2, 103, answeredBy: 3),
                nomination(3, 3, 104),
            ])
    }

    @Test func `Two nominators lead into one participation and one open nominee out of it`() {
        #expect(Set(founding.ancestors(of: id(3))) == [id(1), id(2)])
        #expect(founding.nominations(from: id(3)).map(\.nominee) == [id(104)])
        #expect(founding.nominations.filter(\.isWaiting).map(\.nominee) == [id(104)])
        #expect(founding[id(3)]?.person == id(103))
    }

    @Test func `An answer that closes a loop is found and its way is shown`() {
        #expect(founding.loop(from: id(3), to: id(1)) == [id(1), id(3)])
        #expect(founding.loop(from: id(1), to: id(1)) == [id(1)])
        #expect(founding.loop(from: id(1), to: id(2)) == nil)
    }

    @Test func `A names B in one year and B names A in the next: two runs, no loop`() {
        let graph = RelayGraph(
            participations: [
                Participation(id: id(1), person: id(101)),
                Participation(id: id(2), person: id(102)),
                Participation(id: id(3), person: id(101)),
            ], nominations: [nomination(1, 1, 102, answeredBy: 2)])
        #expect(graph.loop(from: id(2), to: id(3)) == nil)
    }

    @Test func `A state is said by a source and never computed`() {
        #expect(nomination(1, 1, 2).state == .open)
        #expect(nomination(1, 1, 2, answeredBy: 3).state == .answered)
        #expect(nomination(1, 1, 2, answeredBy: 3, reply: .accepted).state == .answered)
        #expect(nomination(1, 1, 2, reply: .accepted).isWaiting)
        #expect(!nomination(1, 1, 2, reply: .declined).isWaiting)
        #expect(!nomination(1, 1, 2, reply: .lapsed).isWaiting)
    }

    @Test func `The age of a nomination is as exact as its date`() throws {
        let today = SampleRegistry.day("2023-04-10")
        func age(_ text: String, _ precision: EventDate.Precision? = nil) -> String {
            guard
                let age = nomination(1, 1, 2, on: EventDate(text, precision: precision))
                    .age(on: today)
            else { return "none" }
            return "\(age.atLeast)" + (age.atMost.map { "-\($0)" } ?? "+")
        }
        #expect(age("2023-04-09") == "1-1")
        #expect(age("2023-03") == "10-40")
        #expect(age("2023-04") == "0-9")
        #expect(age("2023-04-08", .onOrBefore) == "2+")
        #expect(age("2023-04-11") == "none")
        #expect(nomination(1, 1, 2).age(on: today) == nil)
    }

    @Test func `A chain of ten thousand runs is searched without recursion`() {
        let graph = RelayGraph(
            participations: (0..<10_000).map { Participation(id: id($0), person: id(50_000 + $0)) },
            nominations: (1..<10_000).map {
                nomination($0, $0 - 1, 50_000 + $0, answeredBy: $0)
            })
        #expect(graph.loop(from: id(9_999), to: id(0))?.count == 10_000)
        #expect(graph.loop(from: id(0), to: id(9_999)) == nil)
    }
}
