import Hometown
import Ledger

/// 로그인 화면.
struct LoginPage {
    let door: Door
    let words: [String: String]
    let action: String
    let token: String
    /// Where to go on afterwards.
    let next: String
    let login: String
    var notice: String?
    var noticeKind = "danger"

    init(
        in language: Language, token: String, next: String = "", login: String = "",
        notice: String? = nil
    ) {
        door = Door(Wording.signIn.text(in: language), in: language, at: "/login")
        words = Wording.all(in: language)
        action = Console.address("/login", in: language)
        self.token = token
        self.next = next
        self.login = login
        self.notice = notice
    }
}

/// 코드 화면. The second step of signing in: the password was right.
struct CodePage {
    let door: Door
    let words: [String: String]
    let action: String
    let token: String
    /// Where to go on afterwards.
    let next: String
    var notice: String?

    init(in language: Language, token: String, next: String, notice: String? = nil) {
        door = Door(
            Wording.secondFactor.text(in: language), in: language, at: SignInRoutes.codePath)
        words = Wording.all(in: language)
        action = Console.address(SignInRoutes.codePath, in: language)
        self.token = token
        self.next = next
        self.notice = notice
    }
}

/// 링크 화면. Where a password is set, and by the first link the first account is made.
struct LinkPage {
    let door: Door
    let words: [String: String]
    let lead: String
    let action: String
    let token: String
    let isFirst: Bool
    let login: String
    let name: String
    var notice: String?

    init(
        _ link: OpenLink, at path: String, in language: Language, token: String,
        login: String = "", name: String = "", notice: String? = nil
    ) {
        let say = Phrases(language: language)
        isFirst = link.login == nil
        door = Door(say[isFirst ? .firstAccount : .setPassword], in: language, at: path)
        words = Wording.all(in: language)
        lead =
            link.name.map { say.say("\($0)님의 비밀번호를 정합니다.", "Set the password of \($0).") }
            ?? say[.firstAccountLead]
        action = Console.address(path, in: language)
        self.token = token
        self.login = link.login ?? login
        self.name = link.name ?? name
        self.notice = notice
    }
}

extension Pages {
    func login(_ page: LoginPage) -> String { render(page, with: "login") }

    func code(_ page: CodePage) -> String { render(page, with: "code") }

    func link(_ page: LinkPage) -> String { render(page, with: "link") }
}
