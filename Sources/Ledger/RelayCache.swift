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

    /// Told to everybody or to staff it is another.
    private struct Key: Hashable {
        let relay: Identifier
        let isPublished: Bool
    }

    private let kept = Mutex<[Key: FiguredRelay]>([:])

    func relay(_ id: Identifier, isPublished: Bool, in state: BookState) -> FiguredRelay? {
        let key = Key(relay: id, isPublished: isPublished)
        return kept.withLock { $0[key].flatMap { $0.state == state ? $0 : nil } }
    }

    func keep(_ relay: FiguredRelay) {
        guard relay.record.participations.count <= RelayCache.runsMax else { return }
        let key = Key(relay: relay.record.relay.id, isPublished: relay.record.isPublished)
        kept.withLock { kept in
            if kept.count >= RelayCache.relaysMax { kept.removeAll() }
            kept[key] = relay
        }
    }
}

/// A relay and what it comes to.
package struct FiguredRelay: Sendable {
    package let record: RelayRecord
    package let figures: RelayFigures
    /// Of the book, read before the relay was, which may only be newer.
    package let state: BookState
}

extension Ledger {
    /// 챌린지 한 쪽. The same for a page that shows a few of its people: they are written down as looked
    /// at, and nobody else is. With each page of a relay of a thousand the log would fill up with a
    /// thousand people of whom nothing was shown.
    /// - Parameter draw: the page, and whose data stands in it.
    /// - Throws: `LedgerFailure`, and what `draw` throws.
    package func figuredRelay<Page: Sendable>(
        _ id: Identifier,
        draw: @Sendable (FiguredRelay) throws -> (page: Page, people: Set<Identifier>)
    ) async throws -> Page? {
        let relay = try await AccessNote.$current.withValue(nil) { try await figuredRelay(id) }
        guard let relay else { return nil }
        let (page, people) = try draw(relay)
        AccessNote.saw(.person, people)
        return page
    }

    /// 챌린지와 지표. For pages, which are turned: read once while the book stands as it stands.
    /// - Parameter isPublished: whether it is told as everybody may read it.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func figuredRelay(
        _ id: Identifier, isPublished: Bool = false
    ) async throws -> FiguredRelay? {
        let state = try await bookState()
        if let known = relayCache.relay(id, isPublished: isPublished, in: state) {
            // Who looks is written down, wherever the names come from.
            AccessNote.saw(.person, known.record.people.keys.sorted())
            return known
        }
        let read = try await snapshot { transaction -> FiguredRelay? in
            guard let record = try await relay(id, isPublished: isPublished, in: transaction),
                let loaded = try await relayGraph(id, in: transaction)
            else { return nil }
            return FiguredRelay(record: record, figures: loaded.figures, state: state)
        }
        guard let read else { return nil }
        relayCache.keep(read)
        return read
    }
}
