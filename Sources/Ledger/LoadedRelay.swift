package import Hometown

/// A relay read whole.
package struct LoadedRelay: Sendable {
    /// The database's clock.
    package let readAt: Instant
    package let graph: RelayGraph
    let governments: GovernmentRegistry

    package var figures: RelayFigures {
        RelayFigures(graph, on: readAt.koreanDate) { id in
            governments[id: id]?.parent ?? id
        }
    }
}
