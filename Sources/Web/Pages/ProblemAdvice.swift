import HTTPTypes
import Hometown

/// 안내. What a person is told of a problem: why, what became of what they sent, and what to do. The
/// details of some problems speak to programs; here they speak to people.
struct ProblemAdvice {
    let cause: Bilingual
    let kept: Bilingual
    let next: Bilingual

    init(_ problem: Problem, isReading: Bool) {
        cause = ProblemAdvice.cause(of: problem)
        kept = ProblemAdvice.kept(problem.kind, isReading: isReading)
        next = ProblemAdvice.next(problem)
    }

    private static func cause(of problem: Problem) -> Bilingual {
        switch problem.kind {
        case .notFound:
            Bilingual(
                "이 주소에는 아무것도 없습니다. 주소를 잘못 옮겼거나, 이 역할로는 볼 수 없는 것입니다.",
                "Nothing is at this address: it was copied wrongly, or your role may not see it.")
        case .overloaded, .tooManyRequests:
            Bilingual(
                "지금 요청이 너무 많아 받지 못했습니다.", "There were too many requests to take this one.")
        case .databaseUnavailable, .timeLimit:
            Bilingual(
                "장부가 있는 데이터베이스가 응답하지 않았습니다.",
                "The database that holds the book did not answer.")
        case .draining:
            Bilingual("서비스를 멈추거나 새로 켜는 중입니다.", "The service is stopping or starting anew.")
        case .commitUnknown:
            Bilingual(
                "데이터베이스의 대답을 받지 못해, 적혔는지 아직 모릅니다.",
                "The database's answer was lost: whether it was recorded is not known yet.")
        case .invalidParameter:
            Bilingual(
                "주소에 적힌 조건을 읽지 못했습니다.", "A condition in the address cannot be read.")
        case .methodNotAllowed:
            Bilingual(
                "이 주소는 그렇게 쓰지 않습니다.", "This address is not used in that way.")
        case .internalError:
            Bilingual("프로그램 안에서 잘못이 생겼습니다.", "Something went wrong inside the program.")
        default: problem.detail
        }
    }

    private static func kept(_ kind: ProblemKind, isReading: Bool) -> Bilingual {
        if isReading {
            return Bilingual(
                "보기만 했으므로 바뀐 것이 없습니다.", "You only looked; nothing has changed.")
        }
        if kind == .commitUnknown {
            return Bilingual(
                "적혔을 수도, 아닐 수도 있습니다. 두 번 적히지는 않습니다.",
                "It may have been recorded or not. It is never recorded twice.")
        }
        return Bilingual(
            "저장하지 않았습니다. 입력한 내용은 뒤로 가면 그대로 있습니다.",
            "Nothing was saved. What you typed is still there when you go back.")
    }

    private static func next(_ problem: Problem) -> Bilingual {
        if let wait = problem.headers[.retryAfter].flatMap({ Int($0) }) {
            return problem.kind == .commitUnknown
                ? Bilingual(
                    "\(wait)초 뒤에 뒤로 가서 같은 양식을 다시 보내십시오. 적혔으면 그 결과를 보여 드립니다.",
                    "Go back in \(wait) s and send the same form again: if it was recorded, you "
                        + "see what came of it.")
                : Bilingual(
                    "\(wait)초 뒤에 다시 하십시오. 계속되면 운영자에게 요청 번호를 알려 주십시오.",
                    "Try again in \(wait) s. If it goes on, tell an operator the request number.")
        }
        switch problem.kind {
        case .signedOut:
            return Bilingual(
                "다른 탭에서 로그인한 뒤 뒤로 가서 다시 보내십시오.",
                "Sign in in another tab, go back and send it again.")
        case .forgedForm:
            return Bilingual(
                "화면을 새로 열어 다시 보내십시오.", "Open the page anew and send it again.")
        case .forbidden:
            return Bilingual(
                "이 일이 필요하면 운영자에게 역할을 요청하십시오.",
                "If your work needs it, ask an operator for the role.")
        case .linkSpent:
            return Bilingual("운영자에게 새 링크를 요청하십시오.", "Ask an operator for another link.")
        case .bodyTooLarge:
            return Bilingual("파일을 나누어 보내십시오.", "Send it in parts.")
        default: break
        }
        return switch problem.kind.status {
        case .notFound:
            Bilingual(
                "첫 화면에서 번호나 이름으로 찾아보십시오.",
                "Look for it by number or name from the first page.")
        case .conflict, .preconditionFailed:
            Bilingual(
                "화면을 새로 열어 지금 내용을 보고 다시 하십시오.",
                "Open the page anew, look at what stands now and repeat it.")
        case .internalServerError:
            Bilingual(
                "운영자에게 아래 요청 번호를 알려 주십시오. 로그에 까닭이 있습니다.",
                "Tell an operator the number below: the log has the reason.")
        default:
            Bilingual(
                "주소와 입력한 내용을 확인하고 다시 하십시오.",
                "Check the address and what you typed, then try again.")
        }
    }
}
