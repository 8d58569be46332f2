import Hometown
import Timetable

/// Rows of the takings as what a summary says of them.
struct TakingsReading {
    /// Elements that count donations, giving governments and donors; the others are facets.
    static let all: Int32 = 0
    private static let giver: Int32 = 6
    private static let donors: Int32 = 8
    private static let undated: Int32 = 9

    private struct Place: Hashable {
        let number: Int32
        let recipient: Int16
        let facet: Int32
    }

    private let plan: TakingsPlan
    private let rows: [Place: [ReadTakings.Row]]
    private let named: [ReciprocityMatrix.Pair: CountNamedFlows.Row]
    private let registry: GovernmentRegistry
    private let projects: [Int64: ReadToldProjects.Row]
    private let platforms: [Int64: String]

    init(
        plan: TakingsPlan, rows: [ReadTakings.Row], named: [CountNamedFlows.Row],
        registry: GovernmentRegistry,
        projects: [Int64: ReadToldProjects.Row], platforms: [Int64: String]
    ) {
        self.plan = plan
        self.rows = Dictionary(grouping: rows) {
            Place(number: $0.number, recipient: $0.recipient, facet: $0.facet)
        }
        self.named = Dictionary(
            uniqueKeysWithValues: named.map {
                (ReciprocityMatrix.Pair(from: $0.giver, to: $0.recipient), $0)
            })
        self.registry = registry
        self.projects = projects
        self.platforms = platforms
    }

    func donations(disputed: Int64, towards goal: TakingsGoal?) -> Facts.Donations {
        var donations = Facts.Donations(
            period: standing(TakingsPlan.period), total: tally(TakingsPlan.total),
            disputed: disputed, flows: flows)
        let asked = Set(plan.questions.map(\.number))
        if asked.contains(TakingsPlan.previous) {
            donations.previous = standing(TakingsPlan.previous)
        }
        if asked.contains(TakingsPlan.yearBefore) {
            donations.yearBefore = standing(TakingsPlan.yearBefore)
        }
        donations.undated = elements(TakingsPlan.period, 0, TakingsReading.undated)
            .reduce(Facts.Tally()) { $0 + $1.tally }
        donations.yearToDate = tally(TakingsPlan.yearToDate)
        donations.target = goal.map(target)
        donations.months = (1...plan.period.last.month).map {
            tally(TakingsPlan.month + Int32($0))
        }
        donations.divisions = Facts.Facet.allCases.map { facet in
            Facts.Division(facet: facet, shares: shares(facet))
        }
        donations.recipients = recipients
        donations.projects = told
        return donations
    }

    private func target(_ goal: TakingsGoal) -> Facts.Target {
        func raised(_ number: Int32) -> Facts.Tally {
            goal.recipients.reduce(Facts.Tally()) { $0 + tally(number, $1) }
        }
        return Facts.Target(
            government: goal.government, amount: goal.amount, document: goal.document,
            raised: raised(TakingsPlan.yearToDate),
            recent: [raised(TakingsPlan.period), raised(TakingsPlan.previous)])
    }

    private func elements(
        _ number: Int32, _ recipient: Int16, _ facet: Int32
    ) -> [ReadTakings.Row] {
        rows[Place(number: number, recipient: recipient, facet: facet)] ?? []
    }

    private func tally(_ number: Int32, _ recipient: Int16 = 0) -> Facts.Tally {
        elements(number, recipient, TakingsReading.all).first?.tally ?? Facts.Tally()
    }

    private func standing(_ number: Int32, _ recipient: Int16 = 0) -> Facts.Standing {
        let people = elements(number, recipient, TakingsReading.donors)
        let count = { (member: Int64) in
            people.first { $0.member == member }?.tally.count ?? 0
        }
        return Facts.Standing(
            tally: tally(number, recipient),
            donors: Facts.Donors(count: count(1), new: count(2), atCap: count(3)))
    }

    private var told: [Facts.Project] {
        let facet = Facts.Facet.project.rawValue
        func tallies(_ number: Int32) -> [Int64: Facts.Tally] {
            Dictionary(
                elements(number, 0, facet).map { ($0.member, $0.tally) },
                uniquingKeysWith: { first, _ in first })
        }
        let (now, ever) = (tallies(TakingsPlan.period), tallies(TakingsPlan.total))
        return projects.values.sorted { $0.number < $1.number }.compactMap { project in
            guard let unit = registry[id: project.government] else { return nil }
            return Facts.Project(
                number: project.no, name: project.name,
                government: Facts.Party(unit, registry), goal: project.goal,
                period: now[project.number] ?? Facts.Tally(),
                total: ever[project.number] ?? Facts.Tally())
        }
    }

    private var recipients: [Facts.Recipient] {
        let numbers = [TakingsPlan.period, TakingsPlan.previous, TakingsPlan.yearBefore]
        let ids = Set(
            rows.keys.filter { numbers.contains($0.number) && $0.recipient != 0 }
                .map(\.recipient))
        return ids.compactMap { registry[id: $0] }.sorted { $0.code < $1.code }.map { unit in
            Facts.Recipient(
                party: Facts.Party(unit, registry),
                period: standing(TakingsPlan.period, unit.id),
                previous: tally(TakingsPlan.previous, unit.id),
                yearBefore: tally(TakingsPlan.yearBefore, unit.id))
        }
    }

    private var flows: [Facts.Flow] {
        let places = rows.keys.filter {
            $0.number == TakingsPlan.total && $0.facet == TakingsReading.giver
                && $0.recipient != 0
        }
        let flows = places.flatMap { place -> [Facts.Flow] in
            guard let recipient = registry[id: place.recipient] else { return [] }
            let added = elements(TakingsPlan.period, place.recipient, place.facet)
            return (rows[place] ?? []).compactMap { row in
                guard let giver = registry[id: Int16(clamping: row.member)] else { return nil }
                let added = added.first { $0.member == row.member }?.tally ?? Facts.Tally()
                let named = named[.init(from: giver.id, to: recipient.id)]
                return Facts.Flow(
                    giver: Facts.Party(giver, registry),
                    recipient: Facts.Party(recipient, registry), added: added, total: row.tally,
                    unnamedAdded: added.count - (named?.added ?? 0),
                    unnamedTotal: row.tally.count - (named?.total ?? 0))
            }
        }
        return flows.sorted {
            ($0.recipient.code, $0.giver.code) < ($1.recipient.code, $1.giver.code)
        }
    }

    /// Every channel, purpose and band has a line, given or not; others only where something is.
    private func shares(_ facet: Facts.Facet) -> [Facts.Share] {
        let found = Dictionary(
            elements(TakingsPlan.period, 0, facet.rawValue).map { ($0.member, $0.tally) },
            uniquingKeysWith: { first, _ in first })
        let members: [Int64] =
            switch facet {
            case .channel: [1, 2, 3, 4, 0]
            case .purpose: [1, 2, 3, 4, 0]
            case .band: Facts.Band.allCases.map(\.rawValue)
            case .gift: [1, 2, 3, 4, 9]
            case .project, .residence: found.keys.sorted { key($0, facet) < key($1, facet) }
            case .platform:
                found.keys.filter { $0 != 0 }.sorted { key($0, facet) < key($1, facet) } + [0]
            }
        return members.compactMap { member in
            let tally = found[member] ?? Facts.Tally()
            let isKnown = member != 0 && !(facet == .gift && member == 4)
            guard isKnown || tally.count > 0 else { return nil }
            return Facts.Share(
                key: key(member, facet), name: name(member, facet), tally: tally)
        }
    }

    private func key(_ member: Int64, _ facet: Facts.Facet) -> String {
        switch facet {
        case .channel: Channel.numbered(member)?.rawValue ?? "unknown"
        case .purpose: member == 0 ? "none" : String(member)
        case .project: projects[member]?.no ?? String(member)
        case .band: Facts.Band(rawValue: member).map { "\($0)" } ?? "unknown"
        case .residence:
            member > 0
                ? registry[id: Int16(clamping: member)]?.code ?? "unknown"
                : member == 0 ? "unknown" : "none_in_korea"
        case .gift: ReturnGift.numbered(member)
        case .platform: member == 0 ? "unnamed" : platforms[member] ?? String(member)
        }
    }

    private func name(_ member: Int64, _ facet: Facts.Facet) -> Bilingual {
        switch facet {
        case .channel: Channel.numbered(member)?.name ?? Bilingual("미상", "not known")
        case .purpose:
            Purpose(rawValue: Int16(clamping: member))?.name
                ?? Bilingual("지정하지 않음", "none named")
        case .project: projects[member]?.name ?? Bilingual("-", "-")
        case .band: Facts.Band(rawValue: member)?.name ?? Bilingual("-", "-")
        case .residence:
            registry[id: Int16(clamping: member)]?.name
                ?? (member == 0
                    ? Bilingual("미상", "not known")
                    : Bilingual("국내 주소지 없음", "no residence in Korea"))
        case .gift: ReturnGift.name(numbered: member)
        case .platform:
            platforms[member].map { Bilingual($0, $0) } ?? Bilingual("이름 미상", "not named")
        }
    }
}

extension Channel {
    /// As the roll-up numbers them.
    fileprivate static func numbered(_ member: Int64) -> Channel? {
        let place = Int(member) - 1
        return allCases.indices.contains(place) ? allCases[place] : nil
    }
}

extension ReturnGift {
    fileprivate static func numbered(_ member: Int64) -> String {
        switch member {
        case 1: Kind.localProduct.rawValue
        case 2: Kind.localVoucher.rawValue
        case 3: Kind.byOrdinance.rawValue
        case 9: "declined"
        default: "unspecified"
        }
    }

    fileprivate static func name(numbered member: Int64) -> Bilingual {
        switch member {
        case 1: Bilingual("지역 특산품", "local products")
        case 2: Bilingual("지역사랑상품권", "local vouchers")
        case 3: Bilingual("조례로 정한 답례품", "gifts by ordinance")
        case 9: Bilingual("답례품 받지 않음", "declined")
        default: Bilingual("종류 미상", "kind not known")
        }
    }
}
