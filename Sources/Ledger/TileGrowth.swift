import Transparency

/// What a tree gained while leaves were appended, on its way into tiles.
struct TileGrowth {
    /// By level of tiles: the place of the first new hash, and the hashes.
    private var levels: [(first: Int, hashes: [Hash256])] = []

    /// Takes in a completed subtree; those that tiles do not hold are left out.
    mutating func add(_ node: TreeNode, _ hash: Hash256) {
        guard node.level.isMultiple(of: 8) else { return }
        let level = node.level / 8
        while levels.count <= level { levels.append((0, [])) }
        if levels[level].hashes.isEmpty { levels[level].first = node.index }
        levels[level].hashes.append(hash)
    }

    /// Cut where tiles end.
    var runs: [TileRun] {
        var runs: [TileRun] = []
        for (level, grown) in levels.enumerated() {
            var start = 0
            while start < grown.hashes.count {
                let first = grown.first + start
                let room = Tile.widthMax - first % Tile.widthMax
                let end = min(start + room, grown.hashes.count)
                runs.append(
                    TileRun(
                        level: Int16(level), first: Int64(first),
                        hashes: Array(grown.hashes[start..<end])))
                start = end
            }
        }
        return runs
    }
}
