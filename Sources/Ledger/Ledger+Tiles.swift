import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// 타일. The bytes of a tile within the published log.
    /// - Returns: `nil` for a tile that the newest checkpoint does not cover.
    /// - Throws: `LedgerFailure`.
    package func tile(_ tile: Tile) async throws -> [UInt8]? {
        try await read { transaction in
            guard let size = try await transaction.run(ReadCheckpoint()).first?.size,
                tile.isWithin(Int(size))
            else { return nil }
            guard case .hashes(let level) = tile.kind else {
                return try await entries(of: tile, in: transaction)
            }
            let place = TilePlace(level: level, index: tile.index)
            let hashes = try await tiles([place], in: transaction)[place] ?? []
            guard hashes.count >= tile.width else { throw LedgerFailure.damaged }
            return Tile.content(Array(hashes.prefix(tile.width)))
        }
    }

    private func entries(of tile: Tile, in transaction: Transaction) async throws -> [UInt8] {
        let first = Int64(tile.index * Tile.widthMax)
        let rows = try await transaction.run(
            ReadTileEntries(first: first, count: Int64(tile.width)))
        guard rows.map(\.index) == Array(first..<first + Int64(tile.width)),
            let content = Tile.content(entries: rows.map(\.bytes))
        else { throw LedgerFailure.damaged }
        return content
    }

    /// The hashes of perfect subtrees, in the order they are asked for.
    func hashes(of nodes: [TreeNode], in transaction: Transaction) async throws -> [Hash256] {
        let tiles = try await tiles(Set(nodes.map(\.place)), in: transaction)
        return try nodes.map { node in
            let range = node.tilePlace.hashes
            guard let hashes = tiles[node.place], hashes.count >= range.upperBound else {
                throw LedgerFailure.damaged
            }
            return Hash256.root(of: hashes[range])
        }
    }

    /// The same out of remembered tiles, as far as they go.
    /// - Parameter read: further tiles, which the caller has read already.
    func hashes(
        of nodes: [TreeNode], remembering read: [TilePlace: TileTree],
        in transaction: Transaction
    ) async throws -> [Hash256] {
        var trees = tileCache.trees(at: Set(nodes.map(\.place)))
        trees.merge(read) { $1 }
        let missing = nodes.filter { trees[$0.place]?.hash(of: $0) == nil }
        let found = try await tiles(Set(missing.map(\.place)), in: transaction)
            .mapValues(TileTree.init)
        tileCache.keep(found)
        trees.merge(found) { $1 }
        return try nodes.map { node in
            guard let hash = trees[node.place]?.hash(of: node) else {
                throw LedgerFailure.damaged
            }
            return hash
        }
    }

    /// The root that the log had at this size.
    func root(at size: Int64, in transaction: Transaction) async throws -> Hash256 {
        let hashes = try await hashes(of: Frontier.nodes(of: Int(size)), in: transaction)
        guard let frontier = Frontier(size: Int(size), hashes: hashes) else {
            throw LedgerFailure.bug
        }
        return frontier.root
    }

    /// Tiles as wide as they are; one that is not there is missing.
    func tiles(
        _ places: Set<TilePlace>, in transaction: Transaction
    ) async throws -> [TilePlace: [Hash256]] {
        guard !places.isEmpty else { return [:] }
        let asked = Array(places)
        let runs = try await transaction.run(
            ReadTileRuns(
                levels: asked.map { Int16($0.level) }, numbers: asked.map { Int64($0.index) }))
        var tiles: [TilePlace: [Hash256]] = [:]
        for run in runs {
            let first = Int(run.first)
            let place = TilePlace(level: Int(run.level), index: first / Tile.widthMax)
            // Runs follow one another without a gap, or somebody took one away.
            guard tiles[place, default: []].count == first % Tile.widthMax else {
                throw LedgerFailure.damaged
            }
            tiles[place, default: []] += run.hashes
        }
        return tiles
    }
}
