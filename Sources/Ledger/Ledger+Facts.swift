import Hometown
import Postgres
import Timetable
import Transparency

extension Ledger {
    /// Reads everything a summary says, in the transaction's one snapshot. Whatever was recorded
    /// after the log had the size of the inputs is as if it were not there.
    func facts(_ inputs: RunInputs, in transaction: Transaction) async throws -> Facts {
        let head = inputs.log
        try await transaction.allowLongLookUps()
        _ = try await transaction.run(KeepPlans())
        let registry = try await registry.current(within: head.size, in: transaction)
        _ = try await transaction.run(KeepToLog(size: head.size))
        let home = inputs.home.flatMap { registry[code: $0] }
        // A publication is of what its government took in; a summary is of the whole book.
        let publisher = inputs.job == .publication ? home : nil
        let own = publisher.map { registry.inheritance(of: $0).map(\.id) }
        let goal: TakingsGoal? =
            if let home { try await goal(inputs, of: home, registry, in: transaction) } else { nil }
        let donations = try await takings(
            inputs, registry, of: own, towards: goal, in: transaction)
        let corrections: [Facts.Correction?] =
            if let earlier = inputs.earlierLogSize {
                try await transaction.run(
                    ReadLateChanges(
                        from: earlier, to: head.size, before: inputs.period.first,
                        recipients: own))
            } else { [] }
        let agreements = try await transaction.run(CountAgreements(logSize: head.size))[0]
        let exchanges = try await pages(of: reportPageMax, number: \.exchange.number) {
            try await self.exchanges(
                after: $0, rowsMax: Int(reportPageMax), within: head.size, in: transaction)
        }
        let (closings, asOf) = try await transaction.pipeline(
            ReadClosings(logSize: head.size), ReadLastMoment(logSize: head.size))
        let isFinal = closings.map(\.period).cover(inputs.days)
        var facts = Facts(
            heading: inputs.heading(isFinal ? .final : .provisional, asOf: asOf.first),
            log: head, donations: donations, agreements: agreements,
            exchanges: exchanges.filter { $0.exchange.isWithin(head.size) }.map(\.facts),
            relays: try await relayFacts(inputs, registry, in: transaction),
            corrections: corrections.compactMap(\.self),
            hasEarlierReport: inputs.earlierLogSize != nil)
        if inputs.job == .publication {
            facts.publication = try await publication(
                inputs, donations, of: own, in: transaction)
            facts.publication?.government = home.map { Facts.Party($0, registry) }
        }
        if inputs.job == .publicationReminder {
            facts.publication = try await reminder(inputs, in: transaction)
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
        let figures = try await standingFigures(inputs, in: transaction)
        let (returns, heard) = try await transaction.pipeline(
            ReadReturns(logSize: size, days: inputs.days, governments: own),
            CountHeard(logSize: size, governments: own ?? [], days: inputs.days))
        var told = Facts.Publication(
            year: year, lines: figures.map(\.line), returns: returns,
            receipts: donations.added.amount,
            before: donations.previous?.tally.amount ?? .zero)
        // A share of a year before the scheme is no limit of nothing.
        if donations.previous == nil { told.collectionCostLimit = nil }
        told.heard = Facts.Tally(count: heard[0])
        return told
    }

    /// What is typed in of the year, and how far its publication is.
    private func reminder(
        _ inputs: RunInputs, in transaction: Transaction
    ) async throws -> Facts.Publication {
        let figures = try await standingFigures(inputs, in: transaction)
        var told = Facts.Publication(
            year: inputs.period.last.year, lines: figures.map(\.line), returns: [],
            receipts: .zero, before: .zero)
        (told.collectionCostLimit, told.giftCostLimit) = (nil, nil)
        told.progress = try await publicationProgress(
            of: inputs.period, within: inputs.log.size, in: transaction)
        return told
    }

    /// The figures of the year that stand in the log.
    private func standingFigures(
        _ inputs: RunInputs, in transaction: Transaction
    ) async throws -> [RecordedFundFigure] {
        let filter = FundFilter(
            year: inputs.period.last.year, isStanding: true, logSize: inputs.log.size)
        return try await pages(of: reportPageMax, number: \.number) {
            try await transaction.run(
                ReadFundFigures(filter: filter, after: $0, rowsMax: reportPageMax))
        }
    }

    private func relayFacts(
        _ inputs: RunInputs, _ registry: GovernmentRegistry, in transaction: Transaction
    ) async throws -> [Facts.Relay] {
        let bounds = inputs.period.bounds(in: inputs.zone)
        let relays = try await pages(of: reportPageMax, number: \.number) {
            try await transaction.run(ReadRelays(id: nil, after: $0, rowsMax: reportPageMax))
        }
        var facts: [Facts.Relay] = []
        for relay in relays where relay.isWithin(inputs.log.size) {
            guard let record = try await self.relay(relay.id, in: transaction) else { continue }
            let (replies, later) = try await transaction.pipeline(
                ReadRepliesOfLog(relay: relay.id, logSize: inputs.log.size),
                ReadLaterAnswers(relay: relay.id, logSize: inputs.log.size))
            facts.append(
                RelayReading(
                    record: record, registry: registry, logSize: inputs.log.size,
                    replies: Dictionary(uniqueKeysWithValues: replies), later: Set(later),
                    bounds: bounds.lowerBound..<bounds.upperBound,
                    dueOn: inputs.scheduledFor.koreanDate
                ).facts(namingHolders: inputs.job == .relayState))
        }
        return facts.sorted { $0.name.korean < $1.name.korean }
    }
}

extension RecordedFundFigure {
    fileprivate var line: Facts.Publication.Line {
        Facts.Publication.Line(
            figure: figure, name: title.map { Bilingual($0, $0) } ?? purpose?.name,
            amount: amount, note: note, document: document, project: told)
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
