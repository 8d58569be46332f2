package import Hometown
package import Logging
package import Postgres
import Transparency

/// 원장. The use cases: every mouth (HTTP, commands, imports) goes through here, so that they cannot
/// drift apart. One value for the life of a process.
package struct Ledger: Sendable {
    let pool: Pool
    package let secret: LedgerSecret
    let randomness: Randomness
    let logger: Logger
    let registry = RegistryCache()
    let announcements = Announcements()
    let periods = PeriodCache()
    let tileCache = TileCache()
    let relayCache = RelayCache()
    let imports = ImportGate()
    let importExecutor = ImportExecutor()
    /// 네 눈. From this amount on a correction waits for a second person; `nil`: never for its
    /// amount.
    package var fourEyesFrom: Won?
    /// 내구성. What the server has to promise, so that we may acknowledge.
    package var durability = Durability.local
    /// 우리 지자체. The code of the government whose book this is; `nil` while nobody said it.
    package var home: String?
    /// 수신처 심사. Why nothing would ever be sent to a receiver, where its address alone tells; `nil`
    /// when nothing speaks against it. Whoever delivers is the judge.
    package var refusalOfReceiver: @Sendable (Receiver) -> Bilingual? = { _ in nil }
    /// Exchanges, relays or fund figures that a report reads in one journey; it tells all of them.
    package var reportPageMax: Int32 = 10_000
    /// 모의 실행. Whether what is written is undone at once, and `DryRun` thrown.
    var isDryRun = false
    let donationQueue: DonationQueue
    let passwords: PasswordDesk

    /// - Parameter donationWaitMsMax: how long a donation waits for its batch; `nil` for the second
    ///   that a caller may be kept. Tests, many on one machine, have more patience.
    package init(
        pool: Pool, secret: LedgerSecret, randomness: Randomness = .system,
        passwordCost: PasswordCost = .standard, donationWaitMsMax: Int? = nil, logger: Logger
    ) {
        self.pool = pool
        self.secret = secret
        self.randomness = randomness
        self.logger = logger
        passwords = PasswordDesk(cost: passwordCost)
        var limits = DonationQueue.Limits()
        limits.waitMsMax = donationWaitMsMax ?? limits.waitMsMax
        donationQueue = DonationQueue(
            pool: pool, randomness: randomness, registry: registry, periods: periods,
            announcements: announcements, logger: logger, limits: limits)
    }

    /// The database's clock.
    /// - Throws: `LedgerFailure`.
    package func now() async throws -> Instant {
        try await ask(ReadTime())[0]
    }

    /// Runs a use case that writes other than donations: claims the caller's id, adds entries and
    /// typed rows, and leaves the sealer its work, in one transaction.
    /// - Parameters:
    ///   - content: the canonical form of what is asked for, for the fingerprint.
    ///   - locks: advisory locks that the rules of this use case need.
    ///   - afterDonations: whether its number and time come after those of every donation recorded
    ///     before it.
    /// - Throws: `LedgerFailure`, `commitUnknown` when nobody could say whether it was recorded;
    ///   `DryRun` in a ledger that keeps nothing; `CorrectionStop` where the body does. What the
    ///   body refuses is answered.
    func write(
        _ request: Request, content: CanonicalValue, locks: [Int64] = [],
        afterDonations: Bool = false, _ body: @Sendable (inout Book) async throws -> Void
    ) async throws -> Answer {
        let fingerprint = secret.fingerprint(content.bytes)
        do {
            // What somebody else added to a donor's year unseen is seen by judging once more.
            return try await pool.settling(
                orRepeatingAfter: { $0.isYearContended }
            ) { transaction, _ in
                if afterDonations {
                    // What these hold is taken again below: only the order matters.
                    _ = try await transaction.pipeline(
                        TakeLocks(numbers: locks), HoldDonations())
                }
                let answer = try await write(request, fingerprint, locks, transaction, body)
                if isDryRun, case .recorded(let receipt) = answer { throw DryRun(receipt) }
                return answer
            }
        } catch let refused as Refused {
            return .refused(refused.refusals)
        } catch let stop as CorrectionStop {
            throw stop
        } catch let undone as DryRun {
            throw undone
        } catch {
            if let refusal = Refusal(constraintOf: error) { return .refused([refusal]) }
            throw LedgerFailure(error, logger: logger)
        }
    }

    private func write(
        _ request: Request, _ fingerprint: Identifier, _ locks: [Int64],
        _ transaction: Transaction, _ body: @Sendable (inout Book) async throws -> Void
    ) async throws -> Answer {
        let (time, edition, claimed, _) = try await transaction.pipeline(
            ReadTime(), ReadEdition(),
            ClaimKeys([(request.key, fingerprint)]),
            TakeLocks(numbers: locks))
        guard let claim = claimed.first else {
            return try await replay(request, fingerprint, in: transaction)
        }
        var book = Book(
            transaction: transaction, recordedAt: time[0], author: request.author,
            registry: try await registry.current(edition: edition[0], in: transaction),
            randomness: randomness, claimed: claim.entry)
        try await body(&book)
        try await book.close()
        guard let receipt = book.receipt else { throw LedgerFailure.bug }
        return .recorded(receipt)
    }

    func replay(
        _ request: Request, _ fingerprint: Identifier, in transaction: Transaction
    ) async throws -> Answer {
        guard let row = try await transaction.replays(of: [request.key]).first else {
            return .inFlight
        }
        return try row.answer(to: fingerprint)
    }
}
