/// 인물 찾기. Who the names of a list are. One name with one office is one person. The same name with
/// another office is somebody else until a person says that both are one, and is pointed out; on
/// one and the same day it is an error, for then nobody can tell who was named.
struct RelayPlanPeople {
    private(set) var byWho: [EdgeList.Who: RelayPlan.Person] = [:]
    private(set) var people: [RelayPlan.NewPerson] = []
    private(set) var notices: [RelayPlan.Notice] = []

    private struct Mention {
        let who: EdgeList.Who
        let column: EdgeList.Column
        let row: EdgeList.Row
    }

    private struct Key: Hashable {
        let name: String
        let office: OfficeKey
    }

    private let registry: GovernmentRegistry
    private let today: CivilDate
    private let known: [String: [RelayHoldings.KnownPerson]]
    private var newByKey: [Key: Int] = [:]
    /// The places of new people by their names.
    private var newByName: [String: [Int]] = [:]
    private var keyByWho: [EdgeList.Who: OfficeKey] = [:]

    init(
        _ list: EdgeList, _ known: [RelayHoldings.KnownPerson], today: CivilDate,
        _ registry: GovernmentRegistry, _ faults: inout EdgeListFaults
    ) {
        self.registry = registry
        self.today = today
        var byName = Dictionary(grouping: known, by: \.name.korean.tidied)
        for person in known where person.name.english != person.name.korean {
            byName[person.name.english.tidied, default: []].append(person)
        }
        for person in known { byName[person.no] = [person] }
        self.known = byName
        let mentions = list.rows.flatMap { row in
            [
                Mention(who: row.nominator, column: .fromPerson, row: row),
                Mention(who: row.nominee, column: .toPerson, row: row),
            ]
        }
        // A name alone can only be known once the names with offices are.
        for mention in mentions where byWho[mention.who] == nil && !mention.who.office.isEmpty {
            byWho[mention.who] = withOffice(mention, &faults)
        }
        for mention in mentions where byWho[mention.who] == nil && mention.who.office.isEmpty {
            byWho[mention.who] = withoutOffice(mention, &faults)
        }
        refuseTwoOffices(mentions, &faults)
        pointOutSuccessors(mentions)
    }

    private mutating func withOffice(
        _ mention: Mention, _ faults: inout EdgeListFaults
    ) -> RelayPlan.Person? {
        let (who, day) = (mention.who, min(mention.row.date.latest, today))
        let namesakes = known[who.name] ?? []
        if let person = namesakes.first, person.no == who.name { return .known(person.id) }
        let title = OfficeTitle(who.office, on: day, in: registry)
        let key = OfficeKey(title, today: today, in: registry)
        keyByWho[who] = key
        let matches = namesakes.filter { $0.offices.contains { self.key(of: $0) == key } }
        guard matches.count < 2 else {
            refuse(mention, matches.map(\.no), &faults)
            return nil
        }
        if let match = matches.first { return .known(match.id) }
        if let number = newByKey[Key(name: who.name, office: key)] { return .new(number) }
        let others =
            namesakes.map { "\($0.name.korean)(\($0.no))" }
            + newByName[who.name, default: []].compactMap { people[$0].office?.title }
        if !others.isEmpty { pointOutNamesake(who, others, mention.row) }
        if title.isHead, title.government == nil { pointOutGovernment(who, mention.row) }
        newByKey[Key(name: who.name, office: key)] = people.count
        return add(who.name, title, day)
    }

    private mutating func withoutOffice(
        _ mention: Mention, _ faults: inout EdgeListFaults
    ) -> RelayPlan.Person? {
        let name = mention.who.name
        let namesakes = known[name] ?? []
        let new = newByName[name, default: []]
        switch (namesakes.count, new.count) {
        case (0, 0): return add(name, nil, min(mention.row.date.latest, today))
        case (1, 0): return .known(namesakes[0].id)
        case (0, 1): return .new(new[0])
        default:
            let others = namesakes.map(\.no) + new.compactMap { people[$0].office?.title }
            refuse(mention, others, &faults)
            return nil
        }
    }

    private mutating func add(
        _ name: String, _ title: OfficeTitle?, _ day: CivilDate
    ) -> RelayPlan.Person {
        newByName[name, default: []].append(people.count)
        people.append(RelayPlan.NewPerson(name: name, office: title, knownOn: day))
        return .new(people.count - 1)
    }

    private func key(of office: Office) -> OfficeKey {
        OfficeKey(office, on: today, today: today, in: registry)
    }

    private func refuse(
        _ mention: Mention, _ others: [String], _ faults: inout EdgeListFaults
    ) {
        let list = others.joined(separator: ", ")
        faults.add(
            mention.row.number, mention.column.rawValue, "person_ambiguous",
            Bilingual(
                "'\(mention.who.name)' 이름의 인물이 여럿입니다(\(list)). 직위를 쓰거나 이름 대신 인물 번호를 쓰십시오.",
                "Several people are called \"\(mention.who.name)\" (\(list)). Give the office, or "
                    + "the person's number in place of the name."))
    }
}

extension RelayPlanPeople {
    /// Two offices of one name on one day, both known to the day.
    private func refuseTwoOffices(_ mentions: [Mention], _ faults: inout EdgeListFaults) {
        struct Day: Hashable {
            let name: String
            let date: CivilDate
        }
        var offices: [Day: (key: OfficeKey, who: EdgeList.Who)] = [:]
        for mention in mentions where mention.row.date.precision == .day {
            guard let key = keyByWho[mention.who] else { continue }
            let day = Day(name: mention.who.name, date: mention.row.date.date)
            if let earlier = offices[day], earlier.key != key {
                let titles = [earlier.who.office, mention.who.office]
                faults.add(
                    mention.row.number, mention.column,
                    .officeAmbiguous(
                        date: day.date, offices: titles.map { Bilingual($0, $0) }))
            } else {
                offices[day] = (key, mention.who)
            }
        }
    }

    private mutating func pointOutNamesake(
        _ who: EdgeList.Who, _ others: [String], _ row: EdgeList.Row
    ) {
        let list = others.joined(separator: ", ")
        notices.append(
            RelayPlan.Notice(
                code: "same_name_other_office",
                text: Bilingual(
                    "행 \(row.number): '\(who.name)'(\(who.office))은(는) 같은 이름의 다른 직위(\(list))와 "
                        + "다른 사람으로 등록합니다. 같은 사람이면 이름 대신 인물 번호를 쓰십시오.",
                    "Row \(row.number): \"\(who.name)\" (\(who.office)) is taken for somebody else "
                        + "than \(list). If they are one, put the person's number in place of the "
                        + "name.")))
    }

    private mutating func pointOutGovernment(_ who: EdgeList.Who, _ row: EdgeList.Row) {
        notices.append(
            RelayPlan.Notice(
                code: "office_government_unknown",
                text: Bilingual(
                    "행 \(row.number): '\(who.office)'의 지자체를 하나로 정하지 못해 지자체 없이 등록합니다. 시·도를 "
                        + "함께 쓰면 정해집니다.",
                    "Row \(row.number): the government of \"\(who.office)\" is not certain, so the "
                        + "office is recorded without one. Writing the province too decides it.")))
    }

    /// One head's office, several names: successive holders, or one name misspelt.
    private mutating func pointOutSuccessors(_ mentions: [Mention]) {
        struct Holding: Hashable {
            let office: OfficeKey
            let person: RelayPlan.Person?
        }
        var seen: Set<Holding> = []
        var holders: [OfficeKey: [EdgeList.Who]] = [:]
        var order: [OfficeKey] = []
        for mention in mentions {
            guard let key = keyByWho[mention.who], key.isHead,
                seen.insert(Holding(office: key, person: byWho[mention.who])).inserted
            else { continue }
            if holders[key] == nil { order.append(key) }
            holders[key, default: []].append(mention.who)
        }
        for key in order {
            guard let people = holders[key], people.count > 1 else { continue }
            let names = people.map(\.name).joined(separator: ", ")
            let office = people[0].office
            notices.append(
                RelayPlan.Notice(
                    code: "same_office_other_name",
                    text: Bilingual(
                        "\(office): \(names). 차례로 맡은 다른 사람으로 등록합니다. 같은 사람이면 이름을 맞추십시오.",
                        "\(office): \(names) are taken for successive holders. If they "
                            + "are one person, spell the name alike.")))
        }
    }
}
