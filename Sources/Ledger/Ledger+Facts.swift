package import Hometown
import Postgres
import Timetable
import Transparency

extension Ledger {
    /// Reads everything a summary says, in the transaction's one snapshot. Whatever was recorded
    /// after the log had the size of the inputs is as if it were not there.
    func facts(_ inputs: RunInputs, in transaction: Transaction) async throws -> Facts {
        let registry = try await registry.current(in: transaction)
        let head = inputs.log
        let donations = try await takings(inputs, registry, in: transaction)
        let corrections: [Facts.Correction?] =
            if let earlier = inputs.earlierLogSize {
                try await transaction.run(
                    ReadLateChanges(from: earlier, to: head.size, before: inputs.period.first))
            } else { [] }
        let agreements = try await transaction.run(CountAgreements(logSize: head.size))[0]
        let exchanges = try await exchanges(
            after: 0, rowsMax: Ledger.relayRowsMax, within: head.size, in: transaction)
        return Facts(
            heading: inputs.heading, log: head, donations: donations, agreements: agreements,
            exchanges: exchanges.filter { $0.exchange.isWithin(head.size) }.map(\.facts),
            relays: try await relayFacts(inputs, in: transaction),
            corrections: corrections.compactMap(\.self),
            hasEarlierReport: inputs.earlierLogSize != nil)
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
            facts.append(
                record.facts(
                    logSize: inputs.log.size, from: bounds.lowerBound, to: bounds.upperBound,
                    dueOn: inputs.scheduledFor.koreanDate))
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
