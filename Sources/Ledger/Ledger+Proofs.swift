import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// 포함 증명. Proves that an entry stands in the log of the newest checkpoint.
    /// - Throws: `LedgerFailure`.
    package func proof(of name: EntryName) async throws -> ProofAnswer {
        if let answer = await rememberedProof(of: name) { return answer }
        return try await read { transaction in
            guard let number = try await name.number(in: transaction) else { return .unknown }
            let (found, newest) = try await transaction.pipeline(
                ReadProvableEntry(number: number), ReadCheckpoint())
            return try await answer(name, found.first, newest.first) {
                row, index, checkpoint, plan in
                try await hashes(of: plan, for: row, at: index, in: checkpoint, transaction)
            }
        }
    }

    /// The same in one flight, as most proofs can be made: a transaction would ask the server once
    /// more, and needs none that sees one moment, for entries and tiles stay as they are.
    /// - Returns: `nil` where tiles have to be read first, or the question failed.
    private func rememberedProof(of name: EntryName) async -> ProofAnswer? {
        let number: Int64
        switch name {
        case .number(let named), .thing(.number(let named, _)): number = named
        case .thing(.id): return nil
        }
        do {
            let (found, newest) = try await ask(
                ReadProvableEntry(number: number), ReadCheckpoint())
            return try await answer(name, found.first, newest.first) {
                row, index, checkpoint, plan in
                var trees = tileCache.trees(at: Set(plan.nodes.map(\.place)))
                trees[TilePlace(level: 0, index: index / Tile.widthMax)] = TileTree(row.tile)
                let nodes = plan.nodes.compactMap { trees[$0.place]?.hash(of: $0) }
                guard nodes.count == plan.nodes.count else { throw NotRemembered() }
                return try plan.proof(nodes, of: row.entry.leafHash, at: index, in: checkpoint)
            }
        } catch {
            return nil
        }
    }

    private struct NotRemembered: Error {}

    private func answer(
        _ name: EntryName, _ row: ReadProvableEntry.Row?, _ newest: StoredCheckpoint?,
        _ hashes: (
            ReadProvableEntry.Row, Int, StoredCheckpoint, TreeProofPlan
        ) async throws -> [Hash256]
    ) async throws -> ProofAnswer {
        guard let row else { return .unknown }
        let receipt = try Receipt(row.entry)
        if case .thing(.number(_, let no)) = name, receipt.no != no { return .unknown }
        guard let index = row.index, let checkpoint = newest,
            let plan = TreeProofPlan.inclusion(of: Int(index), in: Int(checkpoint.size))
        else { return .unpublished(receipt) }
        return .proven(
            EntryProof(
                receipt: receipt, index: index, checkpoint: checkpoint,
                hashes: try await hashes(row, Int(index), checkpoint, plan)))
    }

    /// The hashes of a proof that holds. Out of remembered tiles it may not, where somebody set the
    /// tables back meanwhile: then all are read once more.
    private func hashes(
        of plan: TreeProofPlan, for row: ReadProvableEntry.Row, at index: Int,
        in checkpoint: StoredCheckpoint, _ transaction: Transaction
    ) async throws -> [Hash256] {
        func verified(_ nodes: [Hash256]) throws -> [Hash256] {
            try plan.proof(nodes, of: row.entry.leafHash, at: index, in: checkpoint)
        }
        let lowest = TilePlace(level: 0, index: index / Tile.widthMax)
        do {
            return try verified(
                try await hashes(
                    of: plan.nodes, remembering: [lowest: TileTree(row.tile)], in: transaction))
        } catch is TreeProofError {
            tileCache.forget()
        }
        do {
            return try verified(try await hashes(of: plan.nodes, in: transaction))
        } catch is TreeProofError {
            throw LedgerFailure.damaged
        }
    }

    /// 일관성 증명. Proves that the log only grew between two sizes.
    /// - Parameter to: `nil` for the size of the newest checkpoint.
    /// - Returns: `nil` unless both sizes are within the published log, in this order.
    /// - Throws: `LedgerFailure`.
    package func growth(from: Int64, to: Int64?) async throws -> LogGrowth? {
        try await read { transaction in
            let size = try await transaction.run(ReadCheckpoint()).first?.size ?? 0
            guard let plan = TreeProofPlan.consistency(from: Int(from), to: Int(to ?? size)),
                to ?? size <= size
            else { return nil }
            let hashes = try await hashes(of: plan.nodes, in: transaction)
            return LogGrowth(
                from: TreeHead(size: from, root: try await root(at: from, in: transaction)),
                to: TreeHead(
                    size: to ?? size, root: try await root(at: to ?? size, in: transaction)),
                hashes: plan.proof(hashes))
        }
    }
}

extension TreeProofPlan {
    /// The proof of a leaf that the hashes of its nodes make.
    /// - Throws: `TreeProofError` for one that does not lead to the root that was signed.
    fileprivate func proof(
        _ hashes: [Hash256], of leaf: Hash256, at index: Int, in checkpoint: StoredCheckpoint
    ) throws(TreeProofError) -> [Hash256] {
        let proof = proof(hashes)
        try TreeProof.verifyInclusion(
            of: leaf, at: index, in: Int(checkpoint.size), root: checkpoint.root, proof: proof)
        return proof
    }
}

extension Ledger {
    /// 잎 해시. Of the entry at a place of the log; `nil` where the log has none.
    /// - Throws: `LedgerFailure`.
    package func leafHash(at index: Int64) async throws -> Hash256? {
        try await ask(ReadLeafHash(index: index)).first
    }
}
