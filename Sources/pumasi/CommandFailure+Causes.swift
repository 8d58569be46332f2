import Hometown
import Ledger
import LocalPostgres
import Timetable
import Web

/// What errors of the rooms below mean to whoever typed a command.
extension CommandFailure {
    /// `nil` for errors that are not about our work.
    init?(_ error: any Error) {
        switch error {
        case let error as CommandFailure: self = error
        case let error as LocalPostgresError: self.init(error)
        case let error as SchemaFailure: self.init(error)
        case let error as LedgerFailure: self.init(error)
        case let error as ScheduleProblem: self.init(error)
        case let error as PrintFailure: self.init(error)
        case let error as ReceiverProblem: self.init(error)
        case let error as AccountProblem: self.init(error)
        case let error as Problem: self.init(error)
        case let error as SampleError:
            self.init(
                .failure,
                Bilingual("표본을 등록하지 못했습니다: \(error)", "The sample was not loaded: \(error)"))
        default: return nil
        }
        let problem = (error as? Problem) ?? (error as? any ProblemConvertible)?.problem
        guard let problem else { return }
        refusals = problem.errors
        if refusals.isEmpty {
            refusals = [Problem.FieldError("", problem.kind.code, message)]
        }
    }

    /// A rule's no, or fields that cannot be read: all of it, a line each.
    private init(_ problem: Problem) {
        func line(_ error: Problem.FieldError, _ language: Language) -> String {
            let article = error.article.map { " (\($0.text(in: language)))" } ?? ""
            return "\(error.field): \(error.text.text(in: language))\(article)"
        }
        let further =
            problem.errors.isEmpty
            ? nil
            : Bilingual(
                problem.errors.map { line($0, .korean) }.joined(separator: "\n        "),
                problem.errors.map { line($0, .english) }.joined(separator: "\n        "))
        let isClosed = problem.kind.code == Refusal.Code.periodClosed.rawValue
        let isUnread = problem.kind == .invalidParameter
        self.init(
            isClosed ? .conflict : problem.isRefusal ? .rejected : isUnread ? .usage : .failure,
            further ?? problem.detail)
    }

    private init(_ error: LocalPostgresError) {
        let (korean, hint) =
            switch error.kind {
            case .missing:
                ("PostgreSQL이 설치되어 있지 않습니다.", "설치하거나 쓸 서버를 DATABASE_URL로 정하십시오.")
            case .unsuitableVersion:
                ("쓸 수 있는 버전의 PostgreSQL이 없습니다.", "맞는 버전을 설치하십시오.")
            case .foreignDirectory:
                ("데이터 디렉터리에 다른 것이 들어 있습니다.", "다른 디렉터리를 고르십시오.")
            case .wrongOwner:
                (
                    "데이터 디렉터리의 소유자나 권한이 맞지 않습니다.",
                    "그 소유자로 하거나, 소유자와 권한을 고치거나, 다른 디렉터리를 고르십시오."
                )
            case .unreachable:
                (
                    "PostgreSQL을 실행할 계정이 데이터 디렉터리에 들어갈 수 없습니다.",
                    "그 계정이 들어갈 수 있는 디렉터리를 고르거나 권한을 주십시오."
                )
            case .socket: ("PostgreSQL의 소켓을 만들 수 없습니다.", "그 서버를 멈추고 다시 시작하십시오.")
            case .diskFull: ("디스크가 찼습니다.", "디스크를 비우고 다시 시작하십시오.")
            case .startFailed:
                ("PostgreSQL이 시작되지 않았습니다.", "로그에서 까닭을 보고 다시 시작하십시오.")
            case .stopFailed:
                ("PostgreSQL이 제때 멈추지 않았습니다.", "무엇이 붙들고 있는지 보십시오.")
            case .system: ("운영체제가 거절했습니다.", "까닭을 고치고 다시 하십시오.")
            }
        let (koreanLog, log) =
            error.log.isEmpty
            ? ("", "")
            : ("\n서버 로그의 끝:\n\(error.log)", "\nThe server's log ends with:\n\(error.log)")
        self.init(
            .failure, Bilingual("\(korean) (\(error.message))", error.message),
            hint: Bilingual("\(hint) (\(error.hint))\(koreanLog)", error.hint + log))
    }

    private init(_ error: SchemaFailure) {
        let (korean, hint) =
            switch error.cause {
            case .ahead:
                ("데이터베이스가 이 프로그램보다 새것입니다.", "더 새 버전의 pumasi를 쓰십시오.")
            case .behind:
                (
                    "데이터베이스에 빠진 마이그레이션이 있습니다.",
                    "소유자로 pumasi db migrate를 실행하거나 serve --migrate로 시작하십시오."
                )
            case .changed:
                (
                    "적용된 마이그레이션이 이 프로그램의 것과 다릅니다.",
                    "데이터베이스에 맞는 버전의 pumasi를 쓰십시오."
                )
            case .failed:
                ("마이그레이션이 실패했습니다. 바뀐 것은 없습니다.", "원인을 고치고 다시 하십시오.")
            case .locked:
                ("다른 프로세스가 마이그레이션을 적용하고 있습니다.", "끝난 뒤 다시 하십시오.")
            case .unreachable:
                ("데이터베이스가 답하지 않습니다.", "PostgreSQL이 켜져 있는지, 주소가 맞는지 보십시오.")
            case .refused:
                ("데이터베이스가 이 계정을 거절합니다.", "사용자, 비밀번호, 역할을 확인하십시오.")
            }
        let canWait = error.cause == .unreachable || error.cause == .locked
        self.init(
            canWait ? .tryLater : .failure,
            Bilingual("\(korean) (\(error.text))", error.text),
            hint: Bilingual("\(hint) (\(error.hint))", error.hint))
    }

    private init(_ error: LedgerFailure) {
        switch error {
        case .overloaded, .tooManyAtOnce:
            self.init(
                .tryLater,
                Bilingual(
                    "기다리는 등록이 너무 많습니다. 등록된 것은 없습니다.",
                    "Too much is waiting to be recorded. Nothing was."),
                hint: Bilingual("잠시 뒤 다시 하십시오.", "Try again shortly."))
        case .unavailable:
            self.init(
                .tryLater,
                Bilingual(
                    "데이터베이스가 답하지 않습니다. 등록된 것은 없습니다.",
                    "The database does not answer. Nothing was recorded."),
                hint: Bilingual("잠시 뒤 다시 하십시오.", "Try again shortly."))
        case .commitUnknown:
            self.init(
                .tryLater,
                Bilingual(
                    "등록되었는지 알 수 없습니다.", "Whether it was recorded is not known."),
                hint: Bilingual(
                    "같은 멱등 키로 그대로 다시 하십시오.", "Do the same again under the same key."))
        case .wrongSecret:
            self.init(
                .notAllowed, Bilingual("이 원장의 비밀키가 아닙니다.", "Not the secret of this ledger."))
        case .registryMissing:
            self.init(
                .failure,
                Bilingual("지자체 등록부가 아직 없습니다.", "The registry of governments is missing."),
                hint: Bilingual(
                    "pumasi serve를 한 번 시작하면 등록됩니다.", "Starting pumasi serve once loads it."))
        case .damaged:
            self.init(
                .integrity,
                Bilingual(
                    "원장에 적힌 것이 원장이 쓴 것과 다릅니다.",
                    "What the ledger holds is not what it wrote."))
        case .bug:
            self.init(
                .failure,
                Bilingual("내부 오류입니다. 등록된 것은 없습니다.", "An internal error; nothing was recorded."),
                hint: Bilingual(
                    "표준 오류의 로그에 까닭이 있습니다.", "The log on standard error has the reason."))
        }
    }

    private init(_ error: ReceiverProblem) {
        switch error {
        case .unknownReceiver, .unknownSummary, .unknownDelivery, .unknownSchedule, .unsigned:
            self.init(.notFound, error.text)
        case .nameTaken: self.init(.conflict, error.text)
        case .residentNumber: self.init(.rejected, error.text)
        case .fault, .unreachable: self.init(.usage, error.text)
        }
    }

    private init(_ error: PrintFailure) {
        switch error {
        case .noRenderer, .unstartable: self.init(.usage, error.text)
        case .busy: self.init(.tryLater, error.text)
        case .hung, .failed, .tooLarge: self.init(.failure, error.text)
        }
    }

    private init(_ error: ScheduleProblem) {
        let hint = Bilingual("pumasi schedule list", "pumasi schedule list")
        switch error {
        case .unknownSchedule: self.init(.notFound, error.text, hint: hint)
        case .nameTaken, .paused, .notPaused, .notNewest: self.init(.conflict, error.text)
        case .busy: self.init(.tryLater, error.text)
        case .failed, .inputsUnknown: self.init(.failure, error.text)
        case .homeMissing:
            self.init(
                .rejected, error.text,
                hint: Bilingual("pumasi config show", "pumasi config show"))
        case .unfinishedPeriod, .tooManyPeriods, .endlessBreak, .checksAsOfNow, .residentNumber:
            self.init(.rejected, error.text)
        case .fault, .unknownPeriod, .daysReversed, .publicationIsYearly:
            self.init(.usage, error.text)
        }
    }
}
