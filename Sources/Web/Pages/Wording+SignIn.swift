import Hometown

extension Wording {
    /// Of signing in, and of the pages of one's own.
    var signInText: Bilingual? {
        switch self {
        case .signIn: Bilingual("로그인", "Sign in")
        case .toFirstPage: Bilingual("첫 화면으로", "To the first page")
        case .login: Bilingual("아이디", "Login")
        case .password: Bilingual("비밀번호", "Password")
        case .signInNote:
            Bilingual(
                "계정은 운영자가 만듭니다. 비밀번호를 잊으면 운영자에게 일회용 링크를 요청하십시오.",
                "Operators make accounts. Whoever forgets a password asks them for a link.")
        case .loginHint:
            Bilingual(
                "빈칸 없이 2∼64자. 나중에 바꿀 수 없습니다.",
                "2 to 64 characters without blanks. It stays for ever.")
        case .personName: Bilingual("이름", "Name")
        case .newPassword: Bilingual("새 비밀번호", "New password")
        case .passwordHint:
            Bilingual(
                "8자 이상, 15자 이상을 권합니다. 낱말 여러 개를 이어 쓰면 외우기 쉽습니다.",
                "At least 8 characters, better 15. Several words in a row are easy to remember.")
        case .repeatPassword: Bilingual("새 비밀번호 다시", "New password again")
        case .setPassword: Bilingual("비밀번호 정하기", "Set the password")
        case .firstAccount: Bilingual("첫 계정 만들기", "Make the first account")
        case .firstAccountLead:
            Bilingual(
                "이 원장의 첫 관리자 계정입니다. 다른 사람의 계정은 운영자가 만들고, 첫 운영자는 pumasi user add로 "
                    + "만듭니다.",
                "The first account of this ledger, a manager's. Operators make the others; "
                    + "pumasi user add makes the first of them.")
        case .secondFactor: Bilingual("두 번째 인증 수단", "Second factor")
        case .code: Bilingual("인증 코드", "Code")
        case .codeHint:
            Bilingual(
                "인증 앱에 보이는 숫자 여섯 자리. 앱이 없으면 복구 코드 하나를 넣습니다.",
                "The six digits that the app shows, or a recovery code where there is no app.")
        case .codeNote:
            Bilingual(
                "5분 안에 입력하십시오. 앱과 복구 코드를 모두 잃어버리면 운영자에게 알리십시오.",
                "Type it within five minutes. Whoever lost app and recovery codes tells an "
                    + "operator.")
        case .official:
            Bilingual(
                "이 누리집은 대한민국 공식 전자정부 누리집입니다.",
                "This is an official website of the Republic of Korea.")
        case .signOut: Bilingual("로그아웃", "Sign out")
        case .sessionEnding:
            Bilingual("2분 안에 로그아웃됩니다.", "You will be signed out within two minutes.")
        case .sessionKept:
            Bilingual(
                "입력한 내용은 이 탭에 남습니다. 이어서 하려면 Alt+L을 누르십시오.",
                "What you typed stays in this tab. Press Alt+L to go on.")
        case .sessionEnded:
            Bilingual(
                "로그아웃되었습니다. 다른 탭에서 로그인하고 이 화면으로 돌아오십시오. 입력한 내용은 남아 있습니다.",
                "You are signed out. Sign in in another tab and come back: what you typed is "
                    + "still here.")
        case .sessionExtend: Bilingual("로그인 연장(Alt+L)", "Stay signed in (Alt+L)")
        default: nil
        }
    }
}
