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
                "계정은 관리자가 만듭니다. 비밀번호를 잊으면 관리자에게 일회용 링크를 요청하십시오.",
                "Administrators make accounts. Whoever forgets a password asks them for a link.")
        case .loginHint:
            Bilingual(
                "빈칸 없이 2~64자. 나중에 바꿀 수 없습니다.",
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
                "이 원장의 첫 관리자 계정입니다. 다른 사람의 계정은 로그인한 뒤에 만듭니다.",
                "The first account of this ledger, a manager's. Others are made once you are in.")
        default: nil
        }
    }
}
