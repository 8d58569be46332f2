package import Hometown
import Postgres
import Transparency

extension Ledger {
    /// 지자체 등록부. The registry as it stands.
    /// - Throws: `LedgerFailure`.
    package func governments() async throws -> GovernmentRegistry {
        try await governments(of: ask(ReadEdition()).first ?? nil)
    }

    func governments(of edition: Int64?) async throws -> GovernmentRegistry {
        if let known = registry.known(edition) { return known }
        return try await read { try await registry.current(edition: edition, in: $0) }
    }

    /// Loads an edition of the registry unless the ledger has it: a new edition is an entry that
    /// commits to the table's bytes.
    /// - Parameter table: the text of `governments.tsv`.
    /// - Throws: `LedgerFailure`; `GovernmentTableError` for a table that is none.
    package func loadRegistry(_ table: String, author: Author) async throws {
        let edition = try GovernmentRegistry(tsv: table)
        let sha256 = Hash256.of(Array(table.utf8))
        do {
            try await pool.transaction { transaction in
                // One daemon of several that start together loads it; the others find it loaded.
                _ = try await transaction.run(TakeLocks(numbers: [Ledger.registryLock]))
                let (time, known) = try await transaction.pipeline(
                    ReadTime(), FindEdition(sha256: sha256))
                guard known.isEmpty else { return }
                var book = Book(
                    transaction: transaction, recordedAt: time[0], author: author,
                    registry: edition, randomness: randomness, claimed: nil)
                try await book.add(edition, sha256: sha256)
                try await book.close()
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}

extension Book {
    fileprivate mutating func add(_ edition: GovernmentRegistry, sha256: Hash256) async throws {
        let units = edition.governments
        let place = try await add(
            .registry,
            members: [
                "sha256": .string(sha256.description), "units": .number(units.count),
            ])
        let links = units.flatMap { unit in unit.successors.map { (unit.id, $0) } }
        _ = try await transaction.pipeline(
            InsertEdition(
                number: place.number, id: place.id, sha256: sha256, units: Int32(units.count),
                recordedAt: recordedAt),
            WriteGovernments(edition: place.number, units: units),
            InsertGovernmentVersions(edition: place.number),
            WriteSuccessors(
                edition: place.number, governments: links.map(\.0),
                successors: links.map(\.1)))
    }
}
