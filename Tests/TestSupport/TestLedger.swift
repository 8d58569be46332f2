package import Hometown
package import Ledger
package import Logging
package import Postgres
import Schema

/// A ledger over a database of its own: migrated once into a template, cloned for each test.
package struct TestLedger: Sendable {
    package let ledger: Ledger
    package let pool: Pool
    package let author: Author
    package let conninfo: String
    package let logger: Logger

    private static let quiet: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    package static let secret = LedgerSecret(
        bytes: [UInt8](repeating: 7, count: LedgerSecret.byteCount))

    /// Runs a test against a fresh ledger that knows the registry.
    package static func with<Answer: Sendable>(
        _ body: (TestLedger) async throws -> Answer
    ) async throws -> Answer {
        let server = TestServer.shared
        try await server.prepareTemplate(name: "ledger") { conninfo in
            try await migrate(conninfo)
        }
        return try await server.withDatabase(template: "ledger") { conninfo in
            let opened = try await TestLedger(conninfo: conninfo)
            let answer: Answer
            do {
                answer = try await body(opened)
            } catch {
                await opened.pool.close()
                throw error
            }
            await opened.pool.close()
            return answer
        }
    }

    /// A daemon's view of the ledger: several of them make several daemons.
    /// - Parameter donationWaitMsMax: hundreds of tests share two cores, so that a donation may
    ///   take its time, too.
    package init(
        conninfo: String, connectionsMax: Int = 10, donationWaitMsMax: Int = 30_000
    ) async throws {
        self.conninfo = conninfo
        let logger = TestLedger.quiet
        self.logger = logger
        var limits = PoolConfiguration(connection: TestLedger.patient(conninfo))
        limits.waitTimeMaxMs = 30_000
        limits.connectionCountMax = connectionsMax
        pool = Pool(configuration: limits, logger: logger)
        guard let secret = TestLedger.secret else { throw LedgerFailure.wrongSecret }
        // What a password costs is a test of its own; the others need not wait for it.
        let cost = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
        ledger = Ledger(
            pool: pool, secret: secret, passwordCost: cost, donationWaitMsMax: donationWaitMsMax,
            logger: logger)
        try await ledger.open()
        author = try await ledger.author(.account, name: "tester")
    }

    /// Hundreds of tests share two cores: a connection may take its time.
    private static func patient(_ conninfo: String) -> ConnectionConfiguration {
        var configuration = ConnectionConfiguration(conninfo: conninfo)
        configuration.connectTimeoutMs = 30_000
        return configuration
    }

    private static func migrate(_ conninfo: String) async throws {
        try await LedgerSchema(conninfo: conninfo, logger: quiet).migrate()
        let opened = try await TestLedger(conninfo: conninfo)
        try await opened.ledger.loadRegistry(Schema.governments, author: opened.author)
        await opened.pool.close()
    }

    /// Records an intake donation that no rule stands against.
    package func give(
        _ won: Int64, donor: String = "donor", to recipient: String = "36110",
        on date: String = "2026-03-02", key: String
    ) async throws -> Answer {
        let draft = intake(won, donor: donor, to: recipient, on: date)
        return try await ledger.record(
            draft, content: draft.canonical.bytes, request: Request(author: author, key: key))
    }

    /// A donation that somebody else told of.
    package func heard(
        _ won: Int64?, donor: String = "donor", to recipient: String = "36110", on date: String
    ) -> DonationDraft {
        DonationDraft(
            origin: .reported, donor: .keyed(ledger.secret.donor(donor)), recipient: recipient,
            amount: won.map { Won($0) },
            donatedOn: EventDate(date) ?? EventDate(CivilDate(daysSinceEpoch: 0)))
    }

    /// Takes a list of donations in.
    package func take(_ list: ImportDraft, key: String) async throws -> ImportAnswer {
        try await ledger.importDonations(list, request: Request(author: author, key: key))
    }

    package func intake(
        _ won: Int64, donor: String = "donor", to recipient: String = "36110",
        on date: String = "2026-03-02"
    ) -> DonationDraft {
        var draft = DonationDraft(
            origin: .intake, donor: .keyed(ledger.secret.donor(donor)), recipient: recipient,
            amount: Won(won), donatedOn: EventDate(date) ?? EventDate(CivilDate(daysSinceEpoch: 0)))
        draft.donorKind = .person
        draft.isInOwnName = true
        draft.residence = Residence(
            .government("11710"), basis: .documentSubmitted, checkedOn: draft.donatedOn.date)
        draft.employer = .noGovernment
        draft.hasInterest = false
        draft.channel = .bankCounter
        draft.checks = Checks(
            all: Check(.passed, basis: .documentSubmitted, on: draft.donatedOn.date),
            pledge: "기탁서 1")
        return draft
    }
}
