package import Hometown
import Postgres
import Synchronization

extension Ledger {
    /// 목록 미리보기. What an edge list would add to a relay.
    /// - Throws: `LedgerFailure`.
    package func planImport(
        _ list: EdgeList, into relay: Identifier
    ) async throws -> RelayImport {
        try await read { transaction in
            let (time, registry) = (
                try await transaction.run(ReadTime())[0],
                try await registry.current(in: transaction)
            )
            guard let holdings = try await holdings(for: list, relay, in: transaction) else {
                return .answered(.refused([.referenceUnknown(field: "relay")]))
            }
            do throws(EdgeListFaults) {
                return .planned(
                    try RelayPlanner.plan(
                        list, for: holdings, today: time.koreanDate, in: registry))
            } catch {
                return .faulty(error)
            }
        }
    }

    /// 목록 등록. Records an edge list: people, sources, participations and nominations, all or
    /// nothing. What is on record stays as it is, so that the same list again changes nothing.
    /// - Throws: `LedgerFailure`.
    package func importRelay(
        _ list: EdgeList, into relay: Identifier, request: Request
    ) async throws -> RelayImport {
        let work = RelayImportWork()
        let content = CanonicalValue.members([
            "relay": .id(relay), "rows": .array(list.rows.map(\.canonical)),
        ])
        let answer = try await write(
            request, content: content, locks: [relay.lockNumber]
        ) { book in
            guard let holdings = try await holdings(for: list, relay, in: book.transaction)
            else { throw Refused([.referenceUnknown(field: "relay")]) }
            do {
                let plan = try RelayPlanner.plan(
                    list, for: holdings, today: book.today, in: book.registry)
                work.outcome.withLock { $0 = .success(plan) }
                // Nothing to add leaves no trace, as a refusal leaves none.
                guard !plan.isEmpty else { throw Refused([]) }
                try await book.carry(out: plan, in: relay)
            } catch let faults as EdgeListFaults {
                work.outcome.withLock { $0 = .failure(faults) }
                throw Refused([])
            }
        }
        switch (answer, work.outcome.withLock { $0 }) {
        case (.recorded(let receipt), .success(let plan)): return .recorded(plan, receipt)
        case (.refused([]), .success(let plan)): return .unchanged(plan)
        case (.refused([]), .failure(let faults)): return .faulty(faults)
        default: return .answered(answer)
        }
    }

    private func holdings(
        for list: EdgeList, _ relay: Identifier, in transaction: Transaction
    ) async throws -> RelayHoldings? {
        guard let loaded = try await relayGraph(relay, in: transaction) else { return nil }
        let people = try await Ledger.people(
            called: RelayHoldings.names(in: list), in: transaction)
        let links = Set(list.rows.compactMap(\.source)).sorted()
        let sources = try await transaction.run(FindSources(links: links))
        return RelayHoldings(
            people: people, graph: loaded.graph, sources: Set(sources.map(\.link)))
    }
}

/// What the transaction found out, for after it.
private final class RelayImportWork: Sendable {
    let outcome = Mutex<Result<RelayPlan, EdgeListFaults>?>(nil)
}

extension EdgeList.Row {
    fileprivate var canonical: CanonicalValue {
        .members([
            "date": .date(date), "from_office": .string(nominator.office),
            "from_person": .string(nominator.name), "source": .text(source),
            "to_office": .string(nominee.office), "to_person": .string(nominee.name),
        ])
    }
}
