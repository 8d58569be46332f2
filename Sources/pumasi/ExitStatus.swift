import ArgumentParser
import Foundation
import Hometown

/// How the command line says what became of it, for scripts.
enum ExitStatus: Int32, CaseIterable {
    case success = 0
    case failure = 1
    case usage = 2
    case notFound = 3
    case notAllowed = 4
    /// By a rule; or rows of an import.
    case rejected = 5
    /// Changed meanwhile, or a closed period.
    case conflict = 6
    /// The ledger does not hold what it claims.
    case integrity = 7
    /// The database is away; the same command may work later (sysexits.h, EX_TEMPFAIL).
    case tryLater = 75
    case interrupted = 130

    static let discussion = Bilingual(
        """
        종료값: 0 성공, 1 실패, 2 잘못 씀, 3 없음, 4 권한 없음, 5 규칙에 어긋남, 6 충돌, \
        7 원장이 온전하지 않음, 75 나중에 다시, 130 중단. 자세한 것은 pumasi help exit-codes.
        """,
        """
        Exit codes: 0 ok, 1 failure, 2 usage, 3 not found, 4 not allowed, 5 rejected by rules, \
        6 conflict, 7 integrity problem, 75 try later, 130 interrupted. pumasi help exit-codes \
        says more of each.
        """)

    /// The same in a word, where a refusal has no code of its own.
    var code: String {
        switch self {
        case .success: "ok"
        case .failure: "failure"
        case .usage: "usage"
        case .notFound: "not-found"
        case .notAllowed: "not-allowed"
        case .rejected: "rejected"
        case .conflict: "conflict"
        case .integrity: "integrity"
        case .tryLater: "try-later"
        case .interrupted: "interrupted"
        }
    }

    /// What it says to a script, and what is to be done.
    var meaning: Bilingual {
        switch self {
        case .success: Bilingual("성공", "done")
        case .failure:
            Bilingual("실패: 파일, 시스템, 내부 오류", "failure: a file, the system, an internal error")
        case .usage:
            Bilingual("명령이나 설정을 잘못 씀", "usage: the command or a setting cannot be read so")
        case .notFound: Bilingual("그런 것이 없음", "not found: there is no such thing")
        case .notAllowed:
            Bilingual("권한이 없거나 비밀키가 다름", "not allowed, or not the secret of this ledger")
        case .rejected:
            Bilingual("규칙에 어긋나거나 오류 행이 있음", "rejected by a rule, or rows of a list were")
        case .conflict:
            Bilingual(
                "그 사이에 바뀌었거나, 같은 키로 이미 했거나, 마감된 기간",
                "conflict: changed meanwhile, done under this key before, or a closed period")
        case .integrity:
            Bilingual(
                "원장이 온전하지 않음: 담당자를 부를 일",
                "integrity: the ledger does not hold what it claims; call somebody")
        case .tryLater:
            Bilingual(
                "데이터베이스가 답하지 않음: 같은 명령을 나중에 다시",
                "the database is away: the same command may work later")
        case .interrupted:
            Bilingual(
                "중단했거나, 물었을 때 그러라고 답하지 않음",
                "interrupted, or a question was not answered with yes")
        }
    }

    /// ArgumentParser knows success, failure and its own 64 for usage.
    init(parsing code: ExitCode) {
        switch code {
        case .success: self = .success
        case .validationFailure: self = .usage
        default: self = ExitStatus(rawValue: code.rawValue) ?? .failure
        }
    }

    static func end(_ status: ExitStatus) -> Never {
        exit(status.rawValue)
    }
}
