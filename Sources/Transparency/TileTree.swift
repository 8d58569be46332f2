/// 타일 나무. The hashes of one tile and everything between them and the tile above: proofs take a
/// sibling of each height out of it, and joining one at a time would hash the same nodes again for
/// every proof.
package struct TileTree: Sendable {
    /// By height: the tile itself, then the roots of its pairs, and so on.
    private let rows: [[Hash256]]

    /// - Parameter hashes: of the tile from its beginning, as many as there are, 256 at most.
    package init(_ hashes: [Hash256]) {
        var rows = [hashes]
        for height in 1..<8 {
            let below = rows[height - 1]
            rows.append((0..<below.count / 2).map { .node(below[2 * $0], below[2 * $0 + 1]) })
        }
        self.rows = rows
    }

    /// How many hashes of the tile there are.
    package var width: Int { rows[0].count }

    /// The hash of a node whose `tilePlace` is in this tile; `nil` where the tile is not so wide.
    package func hash(of node: TreeNode) -> Hash256? {
        let height = node.level % 8
        let row = rows[height]
        let place = node.tilePlace.hashes.lowerBound >> height
        return place < row.count ? row[place] : nil
    }
}
