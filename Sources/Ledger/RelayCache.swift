package import Hometown
import Postgres
import Synchronization

/// 챌린지 기억. Relays as last read, each with its figures. A page shows a few dozen people of a relay
/// and has to know all of them to tell their generations; nothing of it changes while nothing is
/// recorded.
final class RelayCache: Sendable {
    /// Beyond it all are forgotten: there are a few relays a year.
    private static let relaysMax = 16
    /// Of a larger one a megabyte for each thousand runs is not kept.
    private static let runsMax = 20_000

    private let kept = Mutex<[Identifier: (state: BookState, relay: FiguredRelay)]>([:])

    func relay(_ id: Identifier, in state: BookState) -> FiguredRelay? {
        kept.withLock { $0[id].flatMap { $0.state == state ? $0.relay : nil } }
    }

    /// - Parameter state: read before the relay was, which may only be newer.
    func keep(_ relay: FiguredRelay, in state: BookState) {
        guard relay.record.participations.count <= RelayCache.runsMax else { return }
        kept.withLock { kept in
            if kept.count >= RelayCache.relaysMax { kept.removeAll() }
            kept[relay.record.relay.id] = (state, relay)
        }
    }
}

/// A relay and what it comes to.
package struct FiguredRelay: Sendable {
    package let record: RelayRecord
    package let figures: RelayFigures
}

extension Ledger {
    /// 챌린지와 지표. For pages, which are turned: read once while the book stands as it stands.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func figuredRelay(_ id: Identifier) async throws -> FiguredRelay? {
        let state = try await bookState()
        if let known = relayCache.relay(id, in: state) {
            // Who looks is written down, wherever the names come from.
            AccessNote.saw(.person, known.record.people.keys.sorted())
            return known
        }
        let read = try await snapshot { transaction -> FiguredRelay? in
            guard let record = try await relay(id, in: transaction),
                let loaded = try await relayGraph(id, in: transaction)
            else { return nil }
            return FiguredRelay(record: record, figures: loaded.figures)
        }
        guard let read else { return nil }
        relayCache.keep(read, in: state)
        return read
    }
}
