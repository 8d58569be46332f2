import Hometown
import Testing

@Suite struct ReciprocityTests {
    private static let names: [Int16: Bilingual] = [
        1: Bilingual("서울", "Seoul"), 2: Bilingual("세종", "Sejong"), 3: Bilingual("대전", "Daejeon"),
    ]

    private static func name(_ unit: Int16) -> Bilingual {
        names[unit] ?? Bilingual("-", "-")
    }

    private func leg(
        _ giver: Int16, _ recipient: Int16, people: Int32? = nil, won: Int64? = nil,
        on date: String? = "2026-03-02"
    ) -> Leg {
        Leg(
            giver: giver, recipient: recipient, isGiven: date != nil, people: people,
            amount: won.map { Won($0) }, date: date.flatMap { EventDate($0) })
    }

    @Test func `who gave and got nothing back is named with the days since`() {
        let exchange = Reciprocity([leg(1, 2), leg(2, 1, on: nil)])
        let today = SampleRegistry.day("2026-03-12")
        #expect(exchange.state == .oneSided)
        #expect(exchange.unanswered.map(\.direction) == [.init(from: 1, to: 2)])
        #expect(
            exchange.unanswered.first?.age(on: today) == Facts.Age(leastDays: 10, mostDays: 10))
        let text = exchange.stateText(Self.name, on: today)
        #expect(text.korean == "서울의 기부(2026. 3. 2.)에 세종의 답례가 아직 없습니다, 10일 지남.")
        #expect(
            text.english
                == "Sejong has not answered the gift of Seoul of 2 March 2026, 10 days ago.")
        #expect(exchange.people == .undetermined)
        #expect(exchange.peopleText(Self.name).english.hasPrefix("Not everybody has given"))
    }

    @Test func `an age is as vague as the date it counts from`() {
        let exchange = Reciprocity([leg(1, 2, on: "2026-03"), leg(2, 1, on: nil)])
        let waiting = exchange.unanswered[0]
        #expect(
            waiting.age(on: SampleRegistry.day("2026-04-10"))
                == Facts.Age(leastDays: 10, mostDays: 40))
        #expect(
            waiting.age(on: SampleRegistry.day("2026-03-10"))
                == Facts.Age(leastDays: 0, mostDays: 9))
        #expect(waiting.age(on: SampleRegistry.day("2026-02-10")) == nil)
    }

    @Test func `two departments that face one are weighed together`() {
        let exchange = Reciprocity([
            leg(1, 2, people: 30, won: 3_000_000), leg(2, 1, people: 15, won: 1_500_000),
            leg(2, 1, people: 15, won: 1_500_000),
        ])
        #expect(exchange.state == .answered)
        #expect(exchange.people == .balanced)
        #expect(exchange.peopleText(Self.name).korean == "양쪽 인원이 30명으로 같습니다.")
        #expect(
            exchange.amountText(Self.name).english == "The amount is 3,000,000 won on both sides.")
    }

    @Test func `an uneven pair says by how much, an unknown one who is unknown`() {
        let exchange = Reciprocity([leg(1, 2, people: 25, won: 1), leg(2, 1, people: 20)])
        #expect(exchange.people == .unbalanced)
        #expect(exchange.peopleText(Self.name).korean == "서울 25명, 세종 20명으로 다릅니다.")
        #expect(exchange.amount == .undetermined)
        #expect(exchange.amountText(Self.name).korean == "세종의 금액이 밝혀지지 않았습니다.")
        #expect(exchange.amountText(Self.name).english == "The amount from Sejong is not known.")
    }

    @Test func `of five parties every pair has to give both ways`() {
        let parties: [Int16] = [1, 2, 3, 4, 5]
        var legs = parties.flatMap { giver in
            parties.filter { $0 != giver }.map { leg(giver, $0, people: 4, won: 400_000) }
        }
        #expect(legs.count == 20)
        let whole = Reciprocity(legs)
        #expect(whole.state == .answered)
        #expect(whole.people == .balanced)
        #expect(whole.amountText(Self.name).korean == "모든 쌍의 금액이 같습니다.")
        legs[7] = leg(legs[7].giver, legs[7].recipient, on: nil)
        let lacking = Reciprocity(legs)
        #expect(lacking.state == .oneSided)
        #expect(lacking.unanswered.count == 1)
        #expect(lacking.amount == .undetermined)
    }

    @Test func `a pair that is still to begin is waited for, not unanswered`() {
        let exchange = Reciprocity([leg(1, 2), leg(2, 1), leg(1, 3, on: nil)])
        #expect(exchange.state == .oneSided)
        #expect(exchange.unanswered == [])
        #expect(
            exchange.stateText(Self.name, on: SampleRegistry.day("2026-03-12")).english
                == "Seoul is still to give to Daejeon.")
        #expect(Reciprocity([leg(1, 2, on: nil), leg(2, 1, on: nil)]).state == .open)
    }

    @Test func `a government is one party under all its names, and a merger is none of its parts`()
    {
        let registry = SampleRegistry.registry
        func unit(_ code: String) -> Int16 { SampleRegistry.unit(code).id }
        #expect(
            registry.parties(of: [unit("29000"), unit("12000")]) == [unit("12000"): unit("29000")])
        #expect(registry.parties(of: [unit("29000"), unit("46000"), unit("12000")]) == [:])
        #expect(registry.parties(of: [unit("29000"), unit("36110")]) == [:])
        #expect(
            registry.line(of: SampleRegistry.unit("46000"))
                == [unit("46000"), unit("12000")].sorted())
        #expect(registry.line(of: SampleRegistry.unit("12000")).count == 3)
    }
}
