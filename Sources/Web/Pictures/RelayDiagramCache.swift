import Hometown
import Ledger
import Synchronization

/// 챌린지 도식 기억. Relays as last laid out for whoever is signed in: the pages of one show a few boxes
/// each and need all of them to tell which. Nothing of it changes while nothing is recorded and the
/// day is the same.
final class RelayDiagramCache: Sendable {
    /// Beyond it all are forgotten: there are a few relays a year.
    private static let diagramsMax = 16
    /// Of a larger one it takes too much memory to keep.
    private static let boxesMax = 20_000

    private struct Key: Hashable {
        let relay: Identifier
        let today: CivilDate
        let language: Language
    }

    private let kept = Mutex<[Key: (state: BookState, diagram: RelayDiagram)]>([:])

    func diagram(
        of relay: FiguredRelay, on today: CivilDate, in language: Language,
        _ lay: () -> RelayDiagram
    ) -> RelayDiagram {
        let key = Key(relay: relay.record.relay.id, today: today, language: language)
        if let known = kept.withLock({ $0[key] }), known.state == relay.state {
            return known.diagram
        }
        let diagram = lay()
        guard diagram.boxes.count <= RelayDiagramCache.boxesMax else { return diagram }
        kept.withLock { kept in
            if kept.count >= RelayDiagramCache.diagramsMax { kept.removeAll() }
            kept[key] = (relay.state, diagram)
        }
        return diagram
    }
}
