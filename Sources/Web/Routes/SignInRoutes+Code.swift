import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Transparency

/// 로그인의 두 번째 단계. `/login/code`: the password was right, and the code of the app, or a recovery
/// code, is still to come. Nobody is signed in here, whatever the browser holds.
extension SignInRoutes {
    /// Sends somebody whose password was right to the second step.
    func askForCode(
        of account: RecordedAccount, next: String, _ context: WebContext
    ) async throws -> Response {
        var address = Console.address(SignInRoutes.codePath, in: context.language)
        if !next.isEmpty { address += "?next=" + PercentText.encode(next, keeping: "/") }
        return Console.seeOther(address, headers: try await desk.hold(account))
    }

    var showCode: [Route] {
        Console.open(
            SignInRoutes.codePath, "signInCode",
            Bilingual("인증 코드 입력 화면", "The second step of signing in"),
            parameters: [
                .init("next", ["type": "string"], Bilingual("돌아갈 주소", "Where to go on"))
            ]
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["next"])
            guard let hash = pending(request), try await ledger.pendingSignIn(hash) != nil else {
                return Console.seeOther(
                    Console.address(SignInRoutes.path, in: context.language))
            }
            let (key, headers) = desk.formKey(for: context)
            let page = CodePage(
                in: context.language, token: key.token(for: SignInRoutes.codePath),
                next: query["next"].flatMap(Console.place) ?? "")
            return .page(pages.code(page), in: context.language, headers: headers)
        }
    }

    var sendCode: [Route] {
        Console.openPost(
            SignInRoutes.codePath, "sendSignInCode", Bilingual("인증 코드 보내기", "Send the code")
        ) { request, context in
            try desk.checkTransport(context)
            let form = context.form
            let next = form["next"].flatMap(Console.place) ?? ""
            guard let hash = pending(request),
                let outcome = try await ledger.finishSignIn(
                    hash, code: form["code"] ?? "", address: desk.address(of: request, context))
            else { return startAnew(next: next, context) }
            guard case .right(let account) = outcome else {
                try desk.note(outcome, request, context)
                let notice = SignInRoutes.notice(outcome, or: AccountProblem.codeWrong.text)
                let page = CodePage(
                    in: context.language,
                    token: context.formKey?.token(for: SignInRoutes.codePath) ?? "", next: next,
                    notice: notice.text(in: context.language))
                return answer(pages.code(page), to: outcome, context)
            }
            var headers = try await desk.begin(account, request, context)
            headers.append(
                HTTPField(name: .setCookie, value: desk.sessions.cookie.takingPending))
            return Console.seeOther(
                next.isEmpty ? SignInRoutes.home(account.look.language) : next, headers: headers)
        }
    }

    private func pending(_ request: HummingbirdCore.Request) -> Hash256? {
        desk.sessions.cookie.pending(in: request.headers[.cookie])
    }

    /// The first page, for whoever took too long.
    private func startAnew(next: String, _ context: WebContext) -> Response {
        refusal(
            Bilingual(
                "시간이 지났거나 이미 끝난 로그인입니다. 아이디와 비밀번호부터 다시 입력하십시오.",
                "This sign-in took too long or is done. Begin again with login and password."),
            .wrong, next: next, context)
    }
}
