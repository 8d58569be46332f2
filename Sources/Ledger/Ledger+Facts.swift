package import Hometown
import Postgres
import Timetable
import Transparency

extension Ledger {
    /// Figures of a year: more than any office types in.
    private static let fundFiguresMax = 10_000

    /// Reads everything a summary says, in the transaction's one snapshot. Whatever was recorded
    /// after the log had the size of the inputs is as if it were not there.
    func facts(_ inputs: RunInputs, in transaction: Transaction) async throws -> Facts {
        let registry = try await registry.current(in: transaction)
        let head = inputs.log
        _ = try await transaction.run(KeepToLog(size: head.size))
        let home = inputs.home.flatMap { registry[code: $0] }
        let own = home.map { registry.inheritance(of: $0).map(\.id) }
        let donations = try await takings(inputs, registry, of: own, in: transaction)
        let corrections: [Facts.Correction?] =
            if let earlier = inputs.earlierLogSize {
                try await transaction.run(
                    ReadLateChanges(
                        from: earlier, to: head.size, before: inputs.period.first,
                        recipients: own))
            } else { [] }
        let agreements = try await transaction.run(CountAgreements(logSize: head.size))[0]
        let exchanges = try await exchanges(
            after: 0, rowsMax: Ledger.relayRowsMax, within: head.size, in: transaction)
        let (closings, asOf) = try await transaction.pipeline(
            ReadClosings(logSize: head.size), ReadLastMoment(logSize: head.size))
        let isFinal = closings.map(\.period).cover(inputs.days)
        var facts = Facts(
            heading: inputs.heading(isFinal ? .final : .provisional, asOf: asOf.first),
            log: head, donations: donations, agreements: agreements,
            exchanges: exchanges.filter { $0.exchange.isWithin(head.size) }.map(\.facts),
            relays: try await relayFacts(inputs, in: transaction),
            corrections: corrections.compactMap(\.self),
            hasEarlierReport: inputs.earlierLogSize != nil)
        if inputs.job == .publication {
            facts.publication = try await publication(
                inputs, donations, of: own, in: transaction)
            facts.publication?.government = home.map { Facts.Party($0, registry) }
        }
        _ = try await transaction.run(KeepToLog(size: nil))
        return facts
    }

    /// What is told of a year beyond its receipts (Act 13).
    private func publication(
        _ inputs: RunInputs, _ donations: Facts.Donations, of own: [Int16]?,
        in transaction: Transaction
    ) async throws -> Facts.Publication {
        let (year, size) = (inputs.period.last.year, inputs.log.size)
        let (figures, returns, heard) = try await transaction.pipeline(
            ReadFundFigures(
                filter: FundFilter(year: year, isStanding: true, logSize: size), after: 0,
                rowsMax: Int32(clamping: Ledger.fundFiguresMax)),
            ReadReturns(logSize: size, days: inputs.days, governments: own),
            CountHeard(logSize: size, governments: own ?? [], days: inputs.days))
        let lines = figures.map { figure in
            Facts.Publication.Line(
                figure: figure.figure,
                name: figure.title.map { Bilingual($0, $0) } ?? figure.purpose?.name,
                amount: figure.amount, note: figure.note, document: figure.document)
        }
        var told = Facts.Publication(
            year: year, lines: lines, returns: returns, receipts: donations.added.amount,
            before: donations.previous?.tally.amount ?? .zero)
        // A share of a year before the scheme is no limit of nothing.
        if donations.previous == nil { told.collectionCostLimit = nil }
        told.heard = Facts.Tally(count: heard[0])
        return told
    }

    private func relayFacts(
        _ inputs: RunInputs, in transaction: Transaction
    ) async throws -> [Facts.Relay] {
        let bounds = inputs.period.bounds(in: inputs.zone)
        let relays = try await transaction.run(
            ReadRelays(id: nil, after: 0, rowsMax: Int32(Ledger.relayRowsMax)))
        var facts: [Facts.Relay] = []
        for relay in relays where relay.isWithin(inputs.log.size) {
            guard let record = try await self.relay(relay.id, in: transaction) else { continue }
            let (ended, later) = try await transaction.pipeline(
                ReadEndedNominations(relay: relay.id, logSize: inputs.log.size),
                ReadLaterAnswers(relay: relay.id, logSize: inputs.log.size))
            facts.append(
                RelayReading(
                    record: record, logSize: inputs.log.size, ended: Set(ended), later: Set(later),
                    bounds: bounds.lowerBound..<bounds.upperBound,
                    dueOn: inputs.scheduledFor.koreanDate
                ).facts(namingHolders: inputs.job == .relayState))
        }
        return facts.sorted { $0.name.korean < $1.name.korean }
    }
}

/// What has a place in the log, or has none yet.
protocol Sealable {
    var logIndex: Int64? { get }
}

extension Sealable {
    /// Whether it belongs to the log of this size.
    func isWithin(_ size: Int64) -> Bool {
        logIndex.map { $0 < size } ?? false
    }
}

extension RecordedRelay: Sealable {}
extension RecordedExchange: Sealable {}
extension RecordedParticipation: Sealable {}
extension RecordedNomination: Sealable {}

extension Facts.Party {
    init(_ government: Government, _ registry: GovernmentRegistry) {
        self.init(code: government.code, name: registry.fullName(of: government))
    }
}

extension ExchangeRecord {
    fileprivate var facts: Facts.Exchange {
        var parties: [Facts.Party] = []
        for unit in legs.flatMap({ [$0.from, $0.to] }) {
            guard let government = governments[unit],
                !parties.contains(where: { $0.code == government.code })
            else { continue }
            parties.append(Facts.Party(code: government.code, name: government.name))
        }
        return Facts.Exchange(
            number: exchange.no,
            on: legs.compactMap(\.happenedOn).min { $0.date < $1.date } ?? exchange.happenedOn,
            parties: parties, state: reciprocity.state, people: reciprocity.people,
            amount: reciprocity.amount)
    }
}

/// 릴레이 읽기. A relay as a log of some size knows it.
private struct RelayReading {
    let record: RelayRecord
    let logSize: Int64
    /// Nominations that were declined or have lapsed, by somebody's word.
    let ended: Set<Identifier>
    /// Nominations whose answer the log does not know yet.
    let later: Set<Identifier>
    /// Of the period.
    let bounds: Range<Instant>
    let dueOn: CivilDate

    /// Open nominations stand longest first; those without a date come last.
    func facts(namingHolders: Bool) -> Facts.Relay {
        let runs = record.participations.filter { $0.isWithin(logSize) }
        let runsByID = Dictionary(uniqueKeysWithValues: runs.map { ($0.id, $0) })
        let edges = record.nominations.filter { $0.isWithin(logSize) }
        let isAnswered = { (edge: RecordedNomination) in
            !later.contains(edge.id) && edge.answeredBy.map { runsByID[$0] != nil } ?? false
        }
        let open = edges.filter { !isAnswered($0) && !ended.contains($0.id) }
            .sorted { ($0.happenedOn.place, $0.number) < ($1.happenedOn.place, $1.number) }
        var facts = Facts.Relay(
            name: record.relay.name,
            addedParticipations: Int64(runs.count { bounds.contains($0.recordedAt) }),
            participations: Int64(runs.count), nominations: Int64(edges.count),
            answered: Int64(edges.count(where: isAnswered)),
            open: open.compactMap { edge in
                runsByID[edge.participation].map { self.open(edge, by: $0.person) }
            })
        facts.ended = Int64(edges.count { !isAnswered($0) && ended.contains($0.id) })
        let nominators = Set(edges.map(\.participation))
        let holders = runs.filter { !nominators.contains($0.id) }
        facts.holderCount = Int64(holders.count)
        if namingHolders {
            facts.holders = holders.sorted {
                ($0.happenedOn.place, $0.number) < ($1.happenedOn.place, $1.number)
            }.map(holder)
        }
        return facts
    }

    private func open(
        _ edge: RecordedNomination, by nominator: Identifier
    ) -> Facts.OpenNomination {
        let day = edge.happenedOn?.latest ?? edge.recordedAt.koreanDate
        return Facts.OpenNomination(
            nominator: record.person(nominator, on: day),
            nominee: record.person(edge.nominee, on: day), nominatedOn: edge.happenedOn,
            age: Facts.Age(since: edge.happenedOn, on: dueOn))
    }

    private func holder(_ run: RecordedParticipation) -> Facts.Holder {
        let day = run.happenedOn?.latest ?? run.recordedAt.koreanDate
        return Facts.Holder(
            person: record.person(run.person, on: day), ranOn: run.happenedOn,
            age: Facts.Age(since: run.happenedOn, on: dueOn))
    }
}

extension EventDate? {
    /// Where it stands in a list; without a date behind all others.
    fileprivate var place: Int { self?.latest.daysSinceEpoch ?? .max }
}

extension RelayRecord {
    /// With the office held on the day; an erased name is a dash.
    package func person(_ id: Identifier, on day: CivilDate) -> Facts.Person {
        let record = people[id]
        let office = record?.offices.held(on: day)
        return Facts.Person(
            name: record?.person.name ?? Bilingual("-", "-"), office: office?.title,
            isPublic: record?.person.name == nil || record?.offices.mayHoldOffice(on: day) == true)
    }
}
