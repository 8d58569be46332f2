package import Hometown
import Postgres

extension Ledger {
    /// 응답 기록. Records what became of a nomination.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ReplyDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(
            request, content: draft.canonical, locks: [draft.relay.lockNumber]
        ) { book in
            try book.refuseImpossible(draft.happenedOn, field: "on")
            if draft.kind == .answered { try await check(draft, in: book.transaction) }
            let place = try await book.add(
                .reply, members: draft.members, personal: draft.claims.quotes)
            try await book.keep(draft.claims, about: place)
            if draft.kind == .answered, let participation = draft.participation {
                _ = try await book.transaction.run(
                    InsertAnswers(
                        relay: draft.relay, participation: participation, number: place.number,
                        nominations: [draft.nomination]))
            } else {
                _ = try await book.transaction.run(
                    InsertReply(
                        number: place.number, id: place.id, draft: draft,
                        recordedAt: book.recordedAt))
            }
        }
    }

    /// Only whom a nomination names answers it, and no answer closes a loop. The database says no
    /// to both by itself, but it does not say along which way.
    private func check(_ draft: ReplyDraft, in transaction: Transaction) async throws {
        guard let loaded = try await relayGraph(draft.relay, in: transaction) else {
            throw Refused([.referenceUnknown(field: "relay")])
        }
        let graph = loaded.graph
        guard let nomination = graph.nominations.first(where: { $0.id == draft.nomination })
        else { throw Refused([.referenceUnknown(field: "nomination")]) }
        guard let run = draft.participation.flatMap({ graph[$0] }),
            run.person == nomination.nominee
        else { throw Refused([.referenceUnknown(field: "participation")]) }
        guard nomination.answeredBy == nil else { throw Refused([.nominationAnswered]) }
        guard let loop = graph.loop(from: nomination.nominator, to: run.id) else { return }
        let runners = loop.compactMap { graph[$0]?.person }
        let people = try await people(ids: Set(runners).sorted(), in: transaction)
        let names = Dictionary(
            uniqueKeysWithValues: people.map { ($0.person.id, $0.person.name?.korean ?? "○") })
        let path = runners.map { names[$0] ?? "○" }
        throw Refused([.nominationCycle(path: path + path.prefix(1))])
    }
}
