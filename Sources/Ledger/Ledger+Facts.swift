package import Hometown
import Postgres
import Timetable
import Transparency

extension Ledger {
    /// Reads everything a summary says, in the transaction's one snapshot. Whatever was recorded
    /// after the log had the size of the inputs is as if it were not there.
    func facts(_ inputs: RunInputs, in transaction: Transaction) async throws -> Facts {
        let registry = try await registry.current(in: transaction)
        let bounds = inputs.period.bounds(in: inputs.zone)
        let (start, end) = (bounds.lowerBound, bounds.upperBound)
        let head = inputs.log
        let donations = try await donationFacts(
            head.size, from: start, to: end, registry, in: transaction)
        let agreements = try await agreementCount(head.size, in: transaction)
        let exchanges = try await exchanges(
            id: nil, after: 0, rowsMax: Ledger.relayRowsMax, in: transaction)
        let relays = try await transaction.run(
            ReadRelays(id: nil, after: 0, rowsMax: Int32(Ledger.relayRowsMax)))
        var relayFacts: [Facts.Relay] = []
        for relay in relays where relay.isWithin(head.size) {
            guard let record = try await self.relay(relay.id, in: transaction) else { continue }
            relayFacts.append(
                record.facts(
                    logSize: head.size, from: start, to: end,
                    dueOn: inputs.scheduledFor.koreanDate))
        }
        return Facts(
            heading: inputs.heading, log: head, donations: donations,
            agreements: agreements,
            exchanges: exchanges.filter { $0.exchange.isWithin(head.size) }.map(\.facts),
            relays: relayFacts.sorted { $0.name.korean < $1.name.korean }, corrections: [])
    }

    private func donationFacts(
        _ size: Int64, from: Instant, to: Instant, _ registry: GovernmentRegistry,
        in transaction: Transaction
    ) async throws -> Facts.Donations {
        let (rows, disputed) = try await transaction.pipeline(
            ReadFlows(logSize: size, from: from, to: to), CountDisputed(logSize: size, to: to))
        let flows = rows.compactMap { row -> Facts.Flow? in
            guard let recipient = registry[id: row.recipient] else { return nil }
            return Facts.Flow(
                giver: row.giver.flatMap { registry[id: $0] }.map { Facts.Party($0, registry) },
                recipient: Facts.Party(recipient, registry), added: row.added, total: row.total)
        }
        return Facts.Donations(
            added: rows.reduce(Facts.Tally()) { $0 + $1.added },
            total: rows.reduce(Facts.Tally()) { $0 + $1.total }, disputed: disputed[0],
            flows: flows.sorted {
                ($0.recipient.code, $0.giver?.code ?? "") < (
                    $1.recipient.code, $1.giver?.code ?? ""
                )
            })
    }

    private func agreementCount(_ size: Int64, in transaction: Transaction) async throws -> Int64 {
        try await transaction.run(CountAgreements(logSize: size))[0]
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

extension RelayRecord {
    /// Open nominations stand longest first; those without a date come last.
    fileprivate func facts(
        logSize: Int64, from: Instant, to: Instant, dueOn: CivilDate
    ) -> Facts.Relay {
        let runs = participations.filter { $0.isWithin(logSize) }
        let runsByID = Dictionary(uniqueKeysWithValues: runs.map { ($0.id, $0) })
        let edges = nominations.filter { $0.isWithin(logSize) }
        let answered = edges.filter { $0.answeredBy.map { runsByID[$0] != nil } ?? false }
        let open = edges.filter { $0.answeredBy.map { runsByID[$0] == nil } ?? true }
            .sorted {
                ($0.happenedOn?.latest ?? .distantFuture, $0.number)
                    < ($1.happenedOn?.latest ?? .distantFuture, $1.number)
            }
        return Facts.Relay(
            name: relay.name,
            addedParticipations: Int64(
                runs.count { $0.recordedAt >= from && $0.recordedAt < to }),
            participations: Int64(runs.count), nominations: Int64(edges.count),
            answered: Int64(answered.count),
            open: open.compactMap { nomination -> Facts.OpenNomination? in
                let day = (nomination.happenedOn?.latest ?? nomination.recordedAt.koreanDate)
                let nominee = nomination.nominee
                guard let run = runsByID[nomination.participation] else { return nil }
                return Facts.OpenNomination(
                    nominator: person(run.person, on: day), nominee: person(nominee, on: day),
                    nominatedOn: nomination.happenedOn,
                    age: nomination.nomination.age(on: dueOn).map {
                        Facts.Age(leastDays: $0.atLeast, mostDays: $0.atMost)
                    })
            })
    }

    /// With the office held on the day; an erased name is a dash.
    package func person(_ id: Identifier, on day: CivilDate) -> Facts.Person {
        let record = people[id]
        let office = record?.offices.held(on: day)
        return Facts.Person(
            name: record?.person.name ?? Bilingual("-", "-"), office: office?.title)
    }
}

extension CivilDate {
    /// Later than every date on record.
    fileprivate static let distantFuture = CivilDate(daysSinceEpoch: 2_932_896)
}
