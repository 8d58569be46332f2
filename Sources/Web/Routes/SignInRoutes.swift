import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 로그인. `/login`, the code and the one-time link below it, `/logout`, and whether a session still
/// holds.
struct SignInRoutes: Sendable {
    static let path = "/login"
    static let codePath = "/login/code"
    static let linkPath = "/login/link/{key}"

    let ledger: Ledger
    let pages: Pages
    let desk: SignInDesk

    var routes: [Route] {
        let ofSession = (signOut + ask + extend).map(\.enrolment)
        return [show, send, showCode, sendCode, showLink, sendLink, ofSession].flatMap(\.self)
    }

    private var show: [Route] {
        Console.open(
            SignInRoutes.path, "login", Bilingual("로그인 화면", "Signing in"),
            parameters: [
                .init("next", ["type": "string"], Bilingual("돌아갈 주소", "Where to go on"))
            ]
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["next"])
            let next = query["next"].flatMap(Console.place) ?? ""
            if let viewer = context.viewer {
                return Console.seeOther(next.isEmpty ? SignInRoutes.home(of: viewer) : next)
            }
            let (key, headers) = desk.formKey(for: context)
            let page = LoginPage(
                in: context.language, token: key.token(for: SignInRoutes.path), next: next)
            return .page(pages.login(page), in: context.language, headers: headers)
        }
    }

    private var send: [Route] {
        Console.openPost(SignInRoutes.path, "signIn", Bilingual("로그인", "Sign in")) {
            request, context in
            try desk.checkTransport(context)
            let form = context.form
            let next = form["next"].flatMap(Console.place) ?? ""
            let outcome = try await ledger.signIn(
                login: form["login"] ?? "", password: form["password"] ?? "",
                address: desk.address(of: request, context))
            switch outcome {
            case .right(let account):
                let headers = try await desk.begin(account, request, context)
                return Console.seeOther(
                    next.isEmpty ? SignInRoutes.home(account.look.language) : next,
                    headers: headers)
            case .halfway(let account):
                return try await askForCode(of: account, next: next, context)
            case .wrong, .wrongCode, .locked:
                try desk.note(outcome, request, context)
                let notice = SignInRoutes.notice(outcome, or: SignInRoutes.wrong)
                return refusal(notice, outcome, next: next, context)
            }
        }
    }

    /// The first page again, with what was wrong.
    func refusal(
        _ notice: Bilingual, _ outcome: SignIn, next: String, _ context: WebContext
    ) -> Response {
        let page = LoginPage(
            in: context.language,
            token: context.formKey?.token(for: SignInRoutes.path) ?? "", next: next,
            login: context.form["login"] ?? "", notice: notice.text(in: context.language))
        return answer(pages.login(page), to: outcome, context)
    }

    /// A page that lets somebody try once more, or says when.
    func answer(_ page: String, to outcome: SignIn, _ context: WebContext) -> Response {
        var headers = HTTPFields()
        if case .locked(let seconds) = outcome { headers[.retryAfter] = "\(seconds)" }
        return .page(
            page, in: context.language,
            status: headers.isEmpty ? .unprocessableContent : .tooManyRequests, headers: headers)
    }

    private var showLink: [Route] {
        Console.open(
            SignInRoutes.linkPath, "signInLink", Bilingual("일회용 링크", "A one-time link")
        ) { _, context in
            guard let key = SignInLink(context.pathParameter("key")),
                let link = try await ledger.link(key.hash)
            else { throw AccountProblem.linkSpent }
            let (formKey, headers) = desk.formKey(for: context)
            return page(link, key, context, formKey, headers: headers)
        }
    }

    private var sendLink: [Route] {
        Console.openPost(
            SignInRoutes.linkPath, "redeemLink", Bilingual("비밀번호 정하기", "Set a password")
        ) { request, context in
            try desk.checkTransport(context)
            guard let key = SignInLink(context.pathParameter("key")),
                let link = try await ledger.link(key.hash), let formKey = context.formKey
            else { throw AccountProblem.linkSpent }
            let form = context.form
            func again(_ text: Bilingual) -> Response {
                page(
                    link, key, context, formKey, notice: text.text(in: context.language),
                    status: .unprocessableContent)
            }
            guard form["password"] == form["repeat"] else { return again(SignInRoutes.differ) }
            do {
                let account = try await ledger.redeem(
                    key.hash, login: form["login"] ?? "", name: form["name"] ?? "",
                    password: form["password"] ?? "")
                desk.sessions.forget(account: account.id)
                guard !account.hasSecondFactor else {
                    return try await askForCode(of: account, next: "", context)
                }
                let headers = try await desk.begin(account, request, context)
                return Console.seeOther(
                    Console.address("/", in: context.language), headers: headers)
            } catch let problem as AccountProblem where problem != .linkSpent {
                return again(problem.text)
            }
        }
    }

    private func page(
        _ link: OpenLink, _ key: SignInLink, _ context: WebContext, _ formKey: FormKey,
        notice: String? = nil, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        let page = LinkPage(
            link, at: key.path(in: .korean), in: context.language,
            token: formKey.token(for: SignInRoutes.linkPath),
            login: context.form["login"] ?? "", name: context.form["name"] ?? "", notice: notice)
        var headers = headers
        // The address is a secret until it is used.
        headers[.referrerPolicy] = "no-referrer"
        return .page(pages.link(page), in: context.language, status: status, headers: headers)
    }

    private var signOut: [Route] {
        Console.post("/logout", "signOut", Bilingual("로그아웃", "Sign out")) {
            request, context, viewer in
            try desk.note(.signedOut, viewer.id, request, context)
            let ended = try await ledger.endSessions(of: viewer.id, only: viewer.session)
            desk.sessions.forget(ended)
            return Console.seeOther(
                Console.address("/", in: context.language),
                headers: [.setCookie: desk.sessions.cookie.taking])
        }
    }

    /// Asked by an open page before it warns: another page may have been at work since.
    private var ask: [Route] {
        Console.get(
            "/me/session", "session", Bilingual("세션의 남은 시간", "How long the session holds"),
            isActivity: false
        ) { _, _, viewer in SignInRoutes.left(viewer) }
    }

    private var extend: [Route] {
        Console.post(
            "/me/session", "extendSession", Bilingual("세션 연장", "Hold the session longer")
        ) { _, context, viewer in
            let holder = try await ledger.session(
                viewer.session, life: desk.life, isActivity: true)
            desk.sessions.forget([viewer.session])
            guard let holder,
                let fresh = Viewer(holder, session: viewer.session, formKey: viewer.formKey)
            else { throw Endpoint.signedOut }
            return SignInRoutes.left(fresh)
        }
    }

    private static func left(_ viewer: Viewer) -> Response {
        var writer = JSONWriter()
        writer.object { $0.field("seconds_left", viewer.secondsLeft) }
        return .json(writer)
    }

    static func home(of viewer: Viewer) -> String {
        Console.address("/", in: viewer.preferences.language)
    }

    static func home(_ language: String) -> String {
        Console.address("/", in: Language(rawValue: language) ?? .korean)
    }

    private static let differ = Bilingual(
        "두 비밀번호가 다릅니다. 다시 입력하십시오.", "The two passwords differ. Type them again.")

    private static let wrong = Bilingual(
        "아이디나 비밀번호가 맞지 않습니다. 다시 입력하십시오. 다섯 번 틀리면 잠깁니다.",
        "The login or the password is not right. Type them again; after five tries comes a lock.")

    /// What is said of a try that let nobody in.
    /// - Parameter wrong: where it was made in time.
    static func notice(_ outcome: SignIn, or wrong: Bilingual) -> Bilingual {
        guard case .locked(let seconds) = outcome else { return wrong }
        let minutes = (max(seconds, 1) + 59) / 60
        return Bilingual(
            "여러 번 틀려 잠겼습니다. \(minutes)분 뒤에 다시 하거나 운영자에게 새 링크를 요청하십시오.",
            "Locked after several tries. Try again in \(minutes) min, or ask for a new link.")
    }
}
