import Hometown
import TestSupport
import Testing
import Transparency

@testable import Ledger

/// A second factor as the ledger keeps it: sealed, good once, and tried no oftener than a password.
@Suite struct SecondFactorTests {
    private static let password = "네 낱말을 이어 쓰면 길다"

    /// An account with a password.
    private func add(_ login: String = "jimin", to test: TestLedger) async throws
        -> RecordedAccount
    {
        let ledger = test.ledger
        _ = try await ledger.addAccount(
            login: login, name: "김지민", role: "clerk", by: test.author)
        let link = Hash256.of(Array(login.utf8))
        try await ledger.makeLink(link, for: login, seconds: 60, by: test.author)
        return try await ledger.redeem(
            link, login: "", name: "", password: SecondFactorTests.password)
    }

    private func enrol(
        _ account: RecordedAccount, in test: TestLedger
    ) async throws -> (app: OneTimeCode, codes: [RecoveryCode]) {
        try await test.ledger.beginSecondFactor(
            of: account, in: .emptyTree, password: SecondFactorTests.password, address: nil)
        let secret = try #require(
            try await test.ledger.begunSecret(of: account.id, in: .emptyTree))
        let app = OneTimeCode(secret: secret)
        let codes = try await test.ledger.confirmSecondFactor(
            of: account.login, code: try await code(of: app, in: test), keeping: .emptyTree)
        return (app, codes)
    }

    /// What the app shows, or will show half a minute later.
    private func code(
        of app: OneTimeCode, later steps: Int64 = 0, in test: TestLedger
    ) async throws -> String {
        app.text(of: OneTimeCode.step(at: try await test.ledger.now()) + steps)
    }

    /// Both steps of signing in.
    private func signIn(
        _ account: RecordedAccount, _ typed: String, in test: TestLedger
    ) async throws -> SignIn? {
        let tried = try await test.ledger.signIn(
            login: account.login, password: SecondFactorTests.password, address: nil)
        guard case .halfway = tried else { return tried }
        return try await test.ledger.finishSignIn(
            try await hold(account, in: test), code: typed, address: nil)
    }

    private func hold(
        _ account: RecordedAccount, in test: TestLedger
    ) async throws -> Hash256 {
        let hash = Hash256.of(Randomness.system.bytes(32))
        try await test.ledger.holdSignIn(hash, of: account.id)
        return hash
    }

    private func psql(_ statement: String, in test: TestLedger) async throws {
        _ = try await TestServer.shared.psql(test.conninfo, ["-qc", statement])
    }

    @Test func `what is sealed for one account opens for no other and under no other secret`()
        throws
    {
        let ours = try #require(TestLedger.secret)
        let theirs = try #require(LedgerSecret(bytes: [UInt8](repeating: 8, count: 32)))
        let secret = Array("12345678901234567890".utf8)
        let (mine, other) = (Identifier(high: 1, low: 1), Identifier(high: 1, low: 2))
        let sealed = try SecondFactor.seal(secret, of: mine, under: ours)
        #expect(sealed.count == 48)
        #expect(!sealed.indices.contains { Array(sealed[$0...].prefix(20)) == secret })
        #expect(try SecondFactor.open(sealed, of: mine, under: ours) == secret)
        let begun = try SecondFactor.seal(secret, of: mine, begunIn: .emptyTree, under: ours)
        #expect(
            try SecondFactor.open(begun, of: mine, begunIn: .emptyTree, under: ours) == secret)
        #expect(throws: LedgerFailure.self) {
            try SecondFactor.open(begun, of: mine, under: ours)
        }
        var bent = sealed
        bent[20] ^= 1
        for (bytes, account, key) in [
            (sealed, other, ours), (sealed, mine, theirs), (bent, mine, ours), ([], mine, ours),
        ] {
            #expect(throws: LedgerFailure.self) {
                try SecondFactor.open(bytes, of: account, under: key)
            }
        }
        let again = try SecondFactor.seal(secret, of: mine, under: ours)
        #expect(again != sealed)
    }

    @Test func `a code is good once, and so is a recovery code`() async throws {
        try await TestLedger.with { test in
            let account = try await add(to: test)
            let (app, codes) = try await enrol(account, in: test)
            #expect(Set(codes).count == RecoveryCode.count)
            let known = try #require(try await test.ledger.account(login: "jimin"))
            #expect(known.hasSecondFactor)
            let next = try await code(of: app, later: 1, in: test)
            #expect(try await signIn(account, next, in: test) == .right(known))
            #expect(try await signIn(account, next, in: test) == .wrongCode(account.id))
            let typed = codes[0].text.lowercased().replacing("-", with: " ")
            #expect(try await signIn(account, typed, in: test) == .right(known))
            #expect(try await signIn(account, typed, in: test) == .wrongCode(account.id))
            #expect(try await test.ledger.recoveryCodesLeft(of: account.id) == 9)
            let renewed = try await test.ledger.renewRecoveryCodes(
                of: known, password: SecondFactorTests.password, code: codes[1].text, address: nil)
            #expect(Set(renewed).isDisjoint(with: codes))
            #expect(try await signIn(account, codes[2].text, in: test) == .wrongCode(account.id))
            #expect(try await signIn(account, renewed[0].text, in: test) == .right(known))
            let changes = try await test.ledger.changes(of: account.id, rowsMax: 5)
            #expect(
                changes.map(\.action) == [
                    .recoveryCodeUsed, .recoveryCodesMade, .recoveryCodeUsed, .recoveryCodeUsed,
                    .secondFactorOn,
                ])
        }
    }

    @Test func `another account's code opens nothing`() async throws {
        try await TestLedger.with { test in
            let (mine, other) = (try await add(to: test), try await add("sora", to: test))
            _ = try await enrol(mine, in: test)
            let (app, codes) = try await enrol(other, in: test)
            let next = try await code(of: app, later: 1, in: test)
            #expect(try await signIn(mine, next, in: test) == .wrongCode(mine.id))
            #expect(try await signIn(mine, codes[0].text, in: test) == .wrongCode(mine.id))
            // Nor does the other's row in the place of one's own.
            try await psql(
                """
                UPDATE second_factor SET sealed = (
                    SELECT sealed FROM second_factor WHERE account_id = '\(other.id)')
                WHERE account_id = '\(mine.id)'
                """, in: test)
            await #expect(throws: LedgerFailure.self) { try await signIn(mine, next, in: test) }
        }
    }

    @Test func `five wrong codes lock, however often the password is right`() async throws {
        try await TestLedger.with { test in
            let account = try await add(to: test)
            let (app, _) = try await enrol(account, in: test)
            for _ in 0..<5 {
                #expect(try await signIn(account, "틀림", in: test) == .wrongCode(account.id))
            }
            let next = try await code(of: app, later: 1, in: test)
            for tried in [
                try await signIn(account, next, in: test),
                try await test.ledger.finishSignIn(
                    try await hold(account, in: test), code: next, address: nil),
            ] {
                guard case .locked(let seconds) = tried else {
                    Issue.record("\(String(describing: tried))")
                    continue
                }
                #expect((890...900).contains(seconds))
            }
            // A right code after the lock forgets them; a right password alone did not.
            try await psql("UPDATE sign_in_throttle SET locked_until = now()", in: test)
            let later = try await code(of: app, later: 1, in: test)
            let known = try #require(try await test.ledger.account(login: "jimin"))
            #expect(try await signIn(account, later, in: test) == .right(known))
            #expect(try await signIn(account, "틀림", in: test) == .wrongCode(account.id))
            #expect(try await test.ledger.lockSeconds(of: "jimin") == nil)
        }
    }

    /// Strangers can lock a login, too; a link of the operator's is the way in that is told then.
    @Test func `a new link takes the lock off, so that the code can come`() async throws {
        try await TestLedger.with { test in
            let ledger = test.ledger
            let account = try await add(to: test)
            let (app, _) = try await enrol(account, in: test)
            for _ in 0..<5 {
                _ = try await ledger.signIn(login: "jimin", password: "틀림", address: nil)
            }
            #expect(try await ledger.lockSeconds(of: "jimin") != nil)
            let link = Hash256.of([9])
            try await ledger.makeLink(link, for: "jimin", seconds: 60, by: test.author)
            let known = try await ledger.redeem(
                link, login: "", name: "", password: SecondFactorTests.password)
            #expect(try await ledger.lockSeconds(of: "jimin") == nil)
            let finished = try await ledger.finishSignIn(
                try await hold(account, in: test),
                code: try await code(of: app, later: 1, in: test), address: nil)
            #expect(finished == .right(known))
        }
    }

    @Test func `thirty codes at once are five`() async throws {
        try await TestLedger.with { test in
            let account = try await add(to: test)
            _ = try await enrol(account, in: test)
            let (hash, ledger) = (try await hold(account, in: test), test.ledger)
            let outcomes = try await withThrowingTaskGroup(of: SignIn?.self) { group in
                for number in 0..<30 {
                    group.addTask {
                        try await ledger.finishSignIn(
                            hash, code: "틀림", address: "192.0.2.\(number)")
                    }
                }
                return try await group.reduce(into: [SignIn?]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .wrongCode(account.id) } == 5)
        }
    }

    @Test func `a sign-in waits for its code a while, once, and is no session`() async throws {
        try await TestLedger.with { test in
            let ledger = test.ledger
            let account = try await add(to: test)
            let (_, codes) = try await enrol(account, in: test)
            let first = try await hold(account, in: test)
            #expect(try await ledger.pendingSignIn(first)?.login == "jimin")
            let session = try await ledger.session(
                first, life: SessionLife(), isActivity: false)
            #expect(session == nil)
            let finished = try await ledger.finishSignIn(
                first, code: codes[0].text, address: nil)
            #expect(finished != nil)
            #expect(
                try await ledger.finishSignIn(first, code: codes[1].text, address: nil) == nil)
            let late = try await hold(account, in: test)
            try await psql("UPDATE pending_sign_in SET expires_at = now()", in: test)
            #expect(try await ledger.finishSignIn(late, code: codes[1].text, address: nil) == nil)
            // Nor does it outlive the password that was right, or the account.
            let stale = try await hold(account, in: test)
            try await psql("UPDATE account SET password_set_at = clock_timestamp()", in: test)
            #expect(try await ledger.pendingSignIn(stale) == nil)
            let shut = try await hold(account, in: test)
            _ = try await ledger.changeAccount("jimin", isDisabled: true, by: test.author)
            #expect(try await ledger.finishSignIn(shut, code: codes[1].text, address: nil) == nil)
            #expect(try await ledger.recoveryCodesLeft(of: account.id) == 9)
        }
    }

    @Test func `without a right code in time nothing is on`() async throws {
        try await TestLedger.with { test in
            let ledger = test.ledger
            let account = try await add(to: test)
            await #expect(throws: AccountProblem.passwordWrong) {
                try await ledger.beginSecondFactor(
                    of: account, in: .emptyTree, password: "틀림", address: nil)
            }
            #expect(try await ledger.begunSecret(of: account.id, in: .emptyTree) == nil)
            try await ledger.beginSecondFactor(
                of: account, in: .emptyTree, password: SecondFactorTests.password, address: nil)
            let secret = try #require(
                try await ledger.begunSecret(of: account.id, in: .emptyTree))
            await #expect(throws: AccountProblem.codeWrong) {
                try await ledger.confirmSecondFactor(
                    of: "jimin", code: "틀림", keeping: .emptyTree)
            }
            try await psql(
                "UPDATE second_factor SET begun_at = begun_at - interval '11 minutes'", in: test)
            let right = try await code(of: OneTimeCode(secret: secret), in: test)
            await #expect(throws: AccountProblem.secondFactorNotBegun) {
                try await ledger.confirmSecondFactor(
                    of: "jimin", code: right, keeping: .emptyTree)
            }
            let tried = try await ledger.signIn(
                login: "jimin", password: SecondFactorTests.password, address: nil)
            guard case .right(let known) = tried else { return #expect(Bool(false), "\(tried)") }
            #expect(!known.hasSecondFactor)
        }
    }

    /// Whoever knows the password, too, has a session of his own.
    @Test func `what one session began no other sees or ends`() async throws {
        try await TestLedger.with { test in
            let ledger = test.ledger
            let account = try await add(to: test)
            let (mine, other) = (Hash256.of([1]), Hash256.of([2]))
            try await ledger.beginSecondFactor(
                of: account, in: mine, password: SecondFactorTests.password, address: nil)
            #expect(try await ledger.begunSecret(of: account.id, in: other) == nil)
            let secret = try #require(try await ledger.begunSecret(of: account.id, in: mine))
            let right = try await code(of: OneTimeCode(secret: secret), in: test)
            await #expect(throws: AccountProblem.secondFactorNotBegun) {
                try await ledger.confirmSecondFactor(of: "jimin", code: right, keeping: other)
            }
            _ = try await ledger.confirmSecondFactor(of: "jimin", code: right, keeping: mine)
            #expect(try await ledger.begunSecret(of: account.id, in: mine) == nil)
        }
    }

    @Test func `a lost one is taken off by somebody else, ends sessions and stands on record`()
        async throws
    {
        try await TestLedger.with { test in
            let ledger = test.ledger
            let account = try await add(to: test)
            await #expect(throws: AccountProblem.secondFactorOff) {
                try await ledger.resetSecondFactor(of: "jimin", by: test.author)
            }
            let (_, codes) = try await enrol(account, in: test)
            try await ledger.beginSession(
                Hash256.of([1]), of: account.id, life: SessionLife(), address: nil, agent: nil)
            let known = try #require(try await ledger.account(login: "jimin"))
            await #expect(throws: AccountProblem.ownSecondFactor) {
                try await ledger.resetSecondFactor(of: "jimin", by: known.author)
            }
            await #expect(throws: AccountProblem.codeWrong) {
                try await ledger.endSecondFactor(
                    of: known, password: SecondFactorTests.password, code: "틀림",
                    keeping: Hash256.of([1]), address: nil)
            }
            let waiting = try await hold(account, in: test)
            let reset = try await ledger.resetSecondFactor(of: "JIMIN", by: test.author)
            #expect(!reset.hasSecondFactor)
            // Whoever waits at the page of the code begins anew, and is not told that it is wrong.
            #expect(
                try await ledger.finishSignIn(waiting, code: codes[0].text, address: nil) == nil)
            let sessions = try await ledger.sessions(of: account.id, life: SessionLife())
            #expect(sessions.isEmpty)
            #expect(try await signIn(account, codes[0].text, in: test) == .right(reset))
            let changes = try await ledger.changes(of: account.id, rowsMax: 2)
            #expect(changes.map(\.action) == [.secondFactorOff, .secondFactorOn])
            #expect(changes.map(\.author) == ["tester", "jimin"])
        }
    }
}
