package import Hometown

/// Why an account cannot be made, changed or used as asked.
package enum AccountProblem: Error, Hashable {
    case unknown(String)
    case loginTaken(String)
    /// Blanks, capital letters and the like, or a length that may not be.
    case loginInvalid
    case nameInvalid
    /// A resident number in a login or a name (R1).
    case residentNumber
    case passwordTooShort(charactersMin: Int)
    case passwordTooLong(bytesMax: Int)
    /// Among those that everybody tries first.
    case passwordCommon
    /// Contains the login, or is nothing but it, digits and marks.
    case passwordLikeLogin
    /// Nothing but the name of the account's owner, digits and marks.
    case passwordLikeName
    /// The password that stands was not given rightly.
    case passwordWrong
    /// It was given wrongly too often.
    case passwordLocked(seconds: Int)
    /// A one-time or recovery code is wrong or was used.
    case codeWrong
    /// Codes and passwords were wrong too often.
    case codeLocked(seconds: Int)
    case secondFactorOn
    case secondFactorOff
    /// It was not begun, or too long ago.
    case secondFactorNotBegun
    /// Whoever signs in with it takes it off with a code and not as an administrator.
    case ownSecondFactor
    /// Nobody takes rights from, or gives them to, himself.
    case ownRights
    /// Nobody who may administer accounts would be left.
    case lastAdministrator
    /// The link was used, has expired or never was.
    case linkSpent
}

extension AccountProblem {
    /// What is wrong and how to mend it.
    package var text: Bilingual {
        switch self {
        case .unknown(let login):
            Bilingual(
                "사용자 \(login)이 없습니다. 목록에서 아이디를 확인하십시오.",
                "There is no user \(login). The list has their logins.")
        case .loginTaken(let login):
            Bilingual(
                "아이디 \(login)은 이미 있습니다. 다른 아이디를 쓰십시오.",
                "The login \(login) is taken. Choose another.")
        case .loginInvalid:
            Bilingual(
                "아이디는 빈칸 없이 2∼64자입니다. 대문자는 소문자로 적습니다.",
                "A login has 2 to 64 characters, without blanks and capital letters.")
        case .nameInvalid:
            Bilingual(
                "이름은 1~100자이고, 줄바꿈이나 보이지 않는 문자는 쓸 수 없습니다.",
                "A name has 1 to 100 characters in one line, all of which can be seen.")
        case .residentNumber: Refusal.residentNumberPresent(fields: ["name"]).text
        case .ownRights:
            Bilingual(
                "자기 계정의 역할과 사용 여부는 스스로 바꿀 수 없습니다. 다른 관리자에게 요청하십시오.",
                "Nobody changes the role or state of their own account. Ask another administrator.")
        case .lastAdministrator:
            Bilingual(
                "사용자를 관리할 사람이 남지 않습니다. 먼저 다른 사람에게 역할을 주십시오.",
                "Nobody would be left to administer accounts. Give the role to somebody first.")
        case .linkSpent:
            Bilingual(
                "이미 쓴 링크이거나 기한이 지났습니다. 새 링크를 받으십시오.",
                "The link was used or has expired. Ask for a new one.")
        case .codeWrong, .codeLocked, .secondFactorOn, .secondFactorOff, .secondFactorNotBegun,
            .ownSecondFactor:
            ofSecondFactor
        default: ofPassword
        }
    }

    private var ofSecondFactor: Bilingual {
        switch self {
        case .codeLocked(let seconds):
            Bilingual(
                "여러 번 틀려 잠겼습니다. 바꾸지 않았습니다. \(seconds / 60 + 1)분 뒤에 다시 하십시오.",
                "Locked after several tries. Nothing was changed. Try again in "
                    + "\(seconds / 60 + 1) min.")
        case .secondFactorOn:
            Bilingual(
                "두 번째 인증 수단이 이미 켜져 있습니다. 앱을 바꾸려면 먼저 끄십시오.",
                "The second factor is on already. To change the app, turn it off first.")
        case .secondFactorOff:
            Bilingual("두 번째 인증 수단이 꺼져 있습니다.", "There is no second factor.")
        case .secondFactorNotBegun:
            Bilingual(
                "등록을 시작하지 않았거나 시간이 지났습니다. 비밀번호부터 다시 입력하십시오.",
                "It was not begun, or too long ago. Begin again with the password.")
        case .ownSecondFactor:
            Bilingual(
                "자기 것은 내 설정에서 코드를 입력해 끄십시오.",
                "Turn your own off in your settings, with a code.")
        default:
            Bilingual(
                "인증 코드가 맞지 않거나 이미 쓴 것입니다. 앱에 새로 나온 숫자를 입력하십시오.",
                "The code is not right or was used. Type the next one that the app shows.")
        }
    }

    private var ofPassword: Bilingual {
        switch self {
        case .passwordTooShort(let charactersMin):
            Bilingual(
                "비밀번호는 \(charactersMin)자 이상이어야 합니다. 15자 이상을 권합니다.",
                "A password has at least \(charactersMin) characters; 15 or more are better.")
        case .passwordTooLong(let bytesMax):
            Bilingual(
                "비밀번호가 너무 깁니다. UTF-8로 \(bytesMax)바이트까지입니다.",
                "The password is too long: at most \(bytesMax) bytes in UTF-8.")
        case .passwordCommon:
            Bilingual(
                "누구나 먼저 넣어 보는 비밀번호입니다. 여러 낱말을 이어 쓰십시오.",
                "Everybody tries this password first. Join several words instead.")
        case .passwordLikeLogin:
            Bilingual(
                "비밀번호에 아이디가 들어 있습니다. 아이디를 빼고 쓰십시오.",
                "The password contains the login. Leave the login out.")
        case .passwordLikeName:
            Bilingual(
                "이름은 누구나 먼저 넣어 봅니다. 다른 낱말을 이어 쓰십시오.",
                "Everybody tries the name first. Join other words to it.")
        case .passwordLocked(let seconds):
            Bilingual(
                "지금 비밀번호를 여러 번 틀려 잠겼습니다. 바꾸지 않았습니다. \(seconds / 60 + 1)분 뒤에 다시 하십시오.",
                "The current password was wrong too often. Nothing was changed. Try again in "
                    + "\(seconds / 60 + 1) min.")
        default:
            Bilingual(
                "지금 비밀번호가 맞지 않습니다. 바꾸지 않았습니다. 다시 입력하십시오.",
                "The current password is not right. Nothing was changed. Type it again.")
        }
    }
}
