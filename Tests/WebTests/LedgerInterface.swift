import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import NIOCore
import Summaries
import TestSupport
import Transparency

@testable import Web

/// The interface over a real ledger in a database of its own.
struct LedgerInterface: Sendable {
    /// The host's day, long after everything that the tests record.
    static let today = CivilDate(daysSinceEpoch: 20_600)

    let test: TestLedger
    let interface: Interface
    let accesses: AccessBook
    let order = VerificationOrder()

    /// - Parameter loaded: whether the ledger holds the sample.
    static func with<Answer: Sendable>(
        loaded: Bool = false, _ body: (LedgerInterface) async throws -> Answer
    ) async throws -> Answer {
        try await TestLedger.with { test in
            if loaded { _ = try await test.ledger.loadSample(author: test.author) }
            return try await body(LedgerInterface(test))
        }
    }

    /// - Parameters:
    ///   - isPublic: whether anything is shown to whoever is not signed in.
    ///   - smallCounts: what is covered wherever everybody reads it.
    ///   - secondFactorRoles: that must have a second factor.
    init(
        _ test: TestLedger, importLimits: ImportLimits = ImportLimits(), isPublic: Bool = true,
        smallCounts: SmallCounts = SmallCounts(), secondFactorRoles: Set<Role> = []
    ) async throws {
        self.test = test
        var principals: [TokenHash: Principal] = [:]
        for role in Role.allCases {
            let author = try await test.ledger.author(.token, name: role.rawValue)
            principals[Interface.token(role).hash] = Principal(author, role: role)
        }
        var summaries = SummaryDesk(
            author: try await test.ledger.author(.daemon, name: "daemon"),
            daemon: Identifier(high: 7, low: 7), home: "36110",
            render: { try SummaryRenderer().render($0) })
        summaries.smallCounts = smallCounts
        let known = principals
        let pages = try Pages()
        let sessions = Sessions(
            test.ledger, life: SessionLife(), cookie: SessionCookie(isSecure: false),
            uptime: Uptime { 0 }, secondFactorRoles: secondFactorRoles)
        let accesses = AccessBook { 0 }
        self.accesses = accesses
        let desk = SignInDesk(
            ledger: test.ledger, sessions: sessions, life: SessionLife(),
            provenance: Provenance(), accesses: accesses)
        var site = SiteRoutes(
            ledger: test.ledger, pages: pages, signIn: desk, summaries: summaries,
            office: LedgerInterface.office(test.ledger), verifications: order,
            feed: LiveFeed(ledger: test.ledger), log: try TestLedger.signingKey().verifier
        ) { LedgerInterface.today }
        site.importLimits = importLimits
        site.isPublic = isPublic
        interface = Interface(routes: site.routes) { parts in
            parts.authenticator = Authenticator(uptime: Uptime { 0 }) { known[$0] }
            parts.pages = pages
            parts.sessions = sessions
            parts.accesses = accesses
            parts.smallCounts = smallCounts
        }
    }

    private static func office(_ ledger: Ledger) -> SiteFacts {
        var office = SiteFacts { await ledger.checkup(overdueAfterSeconds: 300) }
        office.settings = [
            SiteFacts.SettingLine(
                key: "database.url", value: "(hidden)", origin: "default",
                text: Bilingual("시험", "Test"))
        ]
        return office
    }

    /// Signs somebody in, past the password.
    /// - Returns: the value of `Cookie`.
    /// - Parameter login: of somebody else in the same role.
    func signIn(_ role: Role, login: String? = nil) async throws -> String {
        let login = login ?? "user-\(role.rawValue)"
        let known = try await test.ledger.account(login: login)
        var account = known
        if account == nil {
            account = try await test.ledger.addAccount(
                login: login, name: role.title.korean, role: role.rawValue, by: test.author)
        }
        guard let account else { throw LedgerFailure.bug }
        let id = Randomness.system.bytes(SessionCookie.idBytes)
        try await test.ledger.beginSession(
            SessionCookie.hash(of: id), of: account.id, life: SessionLife(),
            address: "127.0.0.1", agent: nil)
        return "pumasi=\(Hexadecimal.text(id))"
    }

    /// A page, as a browser asks for it: of somebody who is signed in, or of a guest.
    func page(_ path: String, as role: Role?) async throws -> TestResponse {
        guard let role else { return try await interface.ask(.get, path) }
        return try await interface.ask(.get, path, headers: [.cookie: signIn(role)])
    }

    func get(
        _ path: String, as role: Role? = nil, language: String? = nil
    ) async throws -> TestResponse {
        let headers: HTTPFields = language.map { [.acceptLanguage: $0] } ?? [:]
        return try await interface.ask(.get, "/api/v1/" + path, as: role, headers: headers)
    }

    func post(
        _ path: String, _ body: String, as role: Role = .manager, key: String = "key",
        language: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/json", .idempotencyKey: key]
        headers[.acceptLanguage] = language
        return try await interface.ask(
            .post, "/api/v1/" + path, as: role, headers: headers, body: body)
    }

    /// Records a thing and gives its id.
    func add(_ path: String, _ body: String, key: String) async throws -> String {
        let answer = try await post(path, body, key: key)
        return try answer.json["id"]?.string ?? "\(answer.status) \(answer.text)"
    }

    /// What would come of a workbook that was answered, brought back as it is.
    /// - Throws: what does not come to a report.
    func tried(workbook answer: TestResponse) async throws -> ImportReport {
        let draft = ImportDraft(
            source: MemoryBytes(Array(answer.body.readableBytesView)), format: .xlsx)
        guard case .tried(let report) = try await test.ledger.tryImport(draft) else {
            throw Untried()
        }
        return report
    }

    private struct Untried: Error {}
}

extension JSONValue {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var objects: [JSONObject] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }

    /// The member at a path of names and positions: `legs.0.from.code`.
    subscript(path: String) -> JSONValue? {
        path.split(separator: ".").reduce(JSONValue?.some(self)) { value, part in
            switch value {
            case .object(let object): object[String(part)]
            case .array(let elements):
                Int(part).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }
}

extension TestResponse {
    var value: JSONValue {
        get throws { .object(try json) }
    }

    /// What came instead of a list.
    private struct NoList: Error {
        let text: String
    }

    /// The items of a list.
    /// - Throws: when the answer is none, such as a problem.
    var items: [JSONValue] {
        get throws {
            guard case .array(let items) = try json["items"] else { throw NoList(text: text) }
            return items
        }
    }

    /// The codes of a problem's errors, each with its field.
    var faults: [String] {
        get throws {
            (try json["errors"]?.objects ?? []).map {
                "\($0["field"]?.string ?? "-") \($0["code"]?.string ?? "-")"
            }
        }
    }
}
