package import Hometown
import Postgres

/// 데이터베이스 문제. Why a database cannot be used as it is, and what an operator can do about it.
/// It names hosts and roles, so it is not for a browser.
package struct DatabaseProblem: Error, Hashable, Sendable {
    package enum Kind: Sendable {
        /// It does not answer now; the same may work later.
        case away
        /// It answers, and says no to us.
        case refused
        /// Its schema is not the one this program knows.
        case schema
        /// A migration did not succeed.
        case migration
    }

    package let kind: Kind
    package let text: Bilingual
    package let hint: Bilingual

    /// Runs `body`, and says for its errors what they mean to an operator.
    static func naming<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as PostgresError {
            throw DatabaseProblem(error)
        } catch let error as MigrationError {
            throw DatabaseProblem(error)
        }
    }

    private init(_ kind: Kind, _ text: Bilingual, hint: Bilingual) {
        self.kind = kind
        self.text = text
        self.hint = hint
    }

    init(_ error: PostgresError) {
        switch error.sqlState {
        case .insufficientPrivilege, .invalidParameterValue:
            self.init(
                .refused,
                Bilingual(
                    "데이터베이스가 역할 \(LedgerDatabase.role)을 허락하지 않습니다: \(error.logText)",
                    "The database does not grant the role \(LedgerDatabase.role): "
                        + error.logText),
                hint: Bilingual(
                    "소유자로 GRANT \(LedgerDatabase.role) TO 접속 계정; 을 실행하십시오.",
                    "As the owner: GRANT \(LedgerDatabase.role) TO the account that connects;"))
        default:
            let isAway = error.isSafeToRetry || error.sqlState == nil
            self.init(
                isAway ? .away : .refused,
                Bilingual(
                    "데이터베이스에 연결할 수 없습니다: \(error.logText)",
                    "The database cannot be reached: \(error.logText)"),
                hint: Bilingual(
                    DatabaseProblem.hints[error.sqlState] ?? "PostgreSQL이 켜져 있는지, 주소가 맞는지 보십시오.",
                    error.hint ?? "Check that PostgreSQL runs and that its address is right."))
        }
    }

    private static let hints: [SQLState?: String] = [
        .invalidPassword: "사용자와 비밀번호, 서버의 pg_hba.conf를 확인하십시오.",
        .invalidAuthorization: "사용자와 비밀번호, 서버의 pg_hba.conf를 확인하십시오.",
        .unknownDatabase: "데이터베이스를 만들거나 다른 이름을 쓰십시오.",
        .tooManyConnections: "서버의 max_connections를 늘리거나 database.connectionsMax를 줄이십시오.",
        .cannotConnectNow: "서버가 켜지거나 꺼지는 중입니다. 기다리십시오.",
        .readOnlyTransaction: "클러스터의 모든 호스트를 적으십시오. 지금 것은 대기 서버입니다.",
        .diskFull: "서버의 디스크가 찼습니다. 자리를 비우고 다시 켜십시오.",
    ]

    init(_ error: MigrationError) {
        self.init(
            error.isOfSchema ? .schema : .migration,
            Bilingual(error.koreanText, error.text),
            hint: Bilingual(error.koreanHint, error.hint))
    }
}

extension MigrationError {
    fileprivate var isOfSchema: Bool {
        switch self {
        case .ahead, .behind, .changed: true
        case .misnumbered, .failed, .locked: false
        }
    }

    fileprivate var koreanText: String {
        func list(_ numbers: [Int]) -> String {
            numbers.map(String.init).joined(separator: ", ")
        }
        return switch self {
        case .ahead(let numbers): "데이터베이스에 이 프로그램이 모르는 이전이 있습니다: \(list(numbers))."
        case .behind(let numbers): "데이터베이스에 빠진 이전이 있습니다: \(list(numbers))."
        case .changed(let number, let name):
            "이전 \(number)(\(name))이 이 프로그램의 것과 다른 내용으로 적용되어 있습니다."
        case .misnumbered(let expected, let found): "이전 \(expected)이 와야 하는데 \(found)이 옵니다."
        case .failed(let number, let name, let line, let cause):
            "이전 \(number)(\(name))이\(line.map { " \($0)행에서" } ?? "") 실패했습니다: \(cause.logText)"
        case .locked: "다른 프로세스가 이 데이터베이스를 이전하고 있습니다."
        }
    }

    fileprivate var koreanHint: String {
        switch self {
        case .ahead: "더 새 버전을, 적어도 이전을 적용한 버전을 쓰십시오."
        case .behind: "소유자로 pumasi db migrate를 실행하거나 serve --migrate로 시작하십시오."
        case .changed: "데이터베이스에 맞는 버전을 쓰거나 이전 파일을 원래대로 돌리십시오."
        case .misnumbered: "이전에는 1, 2, 3, …으로 빠짐없이 번호를 매기십시오."
        case .failed: "이 이전은 아무것도 남기지 않았습니다. 원인을 고치고 다시 이전하십시오."
        case .locked: "끝날 때까지 기다렸다가 다시 하십시오."
        }
    }
}
