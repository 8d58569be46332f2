import Delivery
import Hometown
import Ledger
import LocalPostgres
import Logging
import Timetable

/// The way to the ledger that the settings describe, the same for the daemon and for commands,
/// which may run beside each other: the private cluster runs for as long as anybody uses it.
struct LedgerAccess: Sendable {
    let configuration: DaemonConfiguration
    /// What `pg_stat_activity` shows after `pumasi/`.
    let purpose: String
    let connectionsMax: Int
    /// Whether a database of others is brought up to date too; our own always is.
    var migrates = false
    /// Whether a ledger is begun where there is none. Else a directory that was mistyped is told.
    var begins = false
    let logger: Logger

    /// Runs `body` with the database, whatever its schema.
    /// - Throws: what `body` throws; `CommandFailure` 3 where there is no ledger and none is begun;
    ///   `LocalPostgresError`.
    func withDatabase<Value: Sendable>(
        _ body: (LedgerDatabase, LocalPostgres?) async throws -> Value
    ) async throws -> Value {
        switch configuration.database {
        case .server(let conninfo):
            return try await body(
                database(conninfo, owner: configuration.databaseOwnerURL), nil)
        case .ownCluster(let directory):
            guard begins || LocalPostgres.hasCluster(in: directory) else {
                throw CommandFailure(
                    .notFound,
                    Bilingual("\(directory)에 원장이 없습니다.", "There is no ledger in \(directory)."),
                    hint: Bilingual(
                        "--data의 경로를 확인하십시오. 새 원장은 pumasi serve나 pumasi db migrate로 시작합니다.",
                        "Check the path of --data. pumasi serve or pumasi db migrate begins one."))
            }
            let cluster = LocalPostgres(directory: directory, logger: logger)
            let conninfo = try await cluster.start()
            do {
                let value = try await body(database(conninfo, owner: nil), cluster)
                try await cluster.stop()
                return value
            } catch {
                do {
                    try await cluster.stop()
                } catch let second {
                    logger.error("PostgreSQL was not stopped", metadata: ["error": "\(second)"])
                }
                throw error
            }
        }
    }

    /// Runs `body` with the ledger, open and with the schema this program knows.
    /// - Throws: the same; `SchemaFailure`, `LedgerFailure`; `CommandFailure` 4 for another secret.
    func withLedger<Value: Sendable>(
        _ body: (Ledger, LocalPostgres?) async throws -> Value
    ) async throws -> Value {
        try await withDatabase { database, cluster in
            if migrates || cluster != nil { try await database.ownersSchema.migrate() }
            let ledger = try await open(
                cluster == nil ? database : database.withSessionRole())
            do {
                let value = try await body(ledger, cluster)
                await ledger.close()
                return value
            } catch {
                await ledger.close()
                throw error
            }
        }
    }

    private func open(_ database: LedgerDatabase) async throws -> Ledger {
        let file = SecretFile(path: configuration.secretFile)
        let (secret, isNew) = try file.load()
        do {
            var ledger = try await database.open(secret)
            ledger.fourEyesFrom = configuration.fourEyesFrom
            ledger.home = configuration.home
            ledger.durability = configuration.durability
            let webhook = configuration.webhook
            ledger.refusalOfReceiver = { receiver in
                receiver.kind == .webhook ? webhook.refusal(of: receiver.address)?.text : nil
            }
            return ledger
        } catch LedgerFailure.wrongSecret {
            if isNew { file.remove() }
            throw wrongSecret(isMissing: isNew)
        }
    }

    private func database(_ conninfo: String, owner: String?) -> LedgerDatabase {
        LedgerDatabase(
            conninfo: conninfo, ownerConninfo: owner, applicationName: "pumasi/\(purpose)",
            connectionsMax: connectionsMax, logger: logger)
    }

    private func wrongSecret(isMissing: Bool) -> CommandFailure {
        let path = configuration.secretFile
        return CommandFailure(
            .notAllowed,
            isMissing
                ? Bilingual(
                    "이 원장의 비밀키가 \(path)에 없습니다.", "The secret of this ledger is not in \(path).")
                : Bilingual(
                    "\(path)의 비밀키는 이 원장의 것이 아닙니다.",
                    "The secret in \(path) is not the one of this ledger."),
            hint: Bilingual(
                "원장을 처음 연 곳의 비밀키 파일을 복사해 두거나 secret.file로 그 경로를 정하십시오.",
                "Copy the file from where the ledger was begun, or name it with secret.file."))
    }
}
