import Synchronization
import Transparency

/// Which tile of hashes.
struct TilePlace: Hashable {
    let level: Int
    let index: Int
}

extension TreeNode {
    var place: TilePlace {
        TilePlace(level: tilePlace.level, index: tilePlace.index)
    }
}

/// 타일 기억. Tiles that nearly every proof needs: those above the lowest level, each of which stands
/// over 65,536 entries and more, and the narrow ones at the log's right edge. A tile only grows, so
/// what is remembered stays true, and is at worst too narrow. Whoever takes a proof out of here
/// holds it against a signed root.
final class TileCache: Sendable {
    /// Of 16 KiB each: enough for a log of sixty million entries, and 16 MiB at most. Of a larger
    /// log the tiles take turns.
    private static let tilesMax = 1_024

    private let kept = Mutex<[TilePlace: TileTree]>([:])

    /// Those of the places that are remembered.
    func trees(at places: Set<TilePlace>) -> [TilePlace: TileTree] {
        kept.withLock { kept in
            var found: [TilePlace: TileTree] = [:]
            for place in places { found[place] = kept[place] }
            return found
        }
    }

    /// Takes in what is worth it. Where there is no room, any other one has to go: what is needed
    /// soon is back soon.
    func keep(_ trees: [TilePlace: TileTree]) {
        kept.withLock { kept in
            for (place, tree) in trees where place.level > 0 || tree.width < Tile.widthMax {
                if kept[place] == nil, kept.count >= TileCache.tilesMax {
                    kept.remove(at: kept.startIndex)
                }
                kept[place] = tree
            }
        }
    }

    func forget() {
        kept.withLock { $0.removeAll() }
    }
}
