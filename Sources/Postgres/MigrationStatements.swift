enum CreateMigrationTable {
    static let sql = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number     integer     NOT NULL,
            name       text        NOT NULL,
            sha256     text        NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now(),
            CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
        )
        """
}

struct MigrationTableExists: Statement {
    static let sql = "SELECT to_regclass('schema_migration') IS NOT NULL"

    static func decode(_ row: inout RowReader) throws -> Bool {
        try row.next()
    }
}

struct SelectMigrations: Statement {
    static let sql = """
        SELECT number, name, sha256, applied_at
        FROM schema_migration
        ORDER BY number
        """

    static func decode(_ row: inout RowReader) throws -> AppliedMigration {
        AppliedMigration(
            number: Int(try row.next(Int32.self)), name: try row.next(), sha256: try row.next(),
            appliedAt: try row.next())
    }
}

struct InsertMigration: Statement {
    static let sql = """
        INSERT INTO schema_migration (number, name, sha256)
        VALUES ($1, $2, $3)
        """

    let migration: Migration

    func bind(to parameters: inout Parameters) {
        parameters.append(Int32(migration.number))
        parameters.append(migration.name)
        parameters.append(migration.sha256)
    }
}

/// Of the session, so that it holds over all the transactions of a run.
struct LockMigrations: Statement {
    static let sql = "SELECT pg_advisory_lock($1)"

    let key: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(key)
    }
}
