import Hometown

/// 비밀번호 규칙. Long and not everybody's first guess; no composition rule and no forced change,
/// which lead to worse ones (NIST SP 800-63B, 3.1.1.2).
enum PasswordRules {
    static let charactersMin = 8
    /// scrypt takes any length; a request does not.
    static let bytesMax = 256
    /// Parts of a password that is a run along the alphabet, the digits or the keyboard.
    private static let runs = [
        "0123456789012345678901234567890", "9876543210987654321098765432109",
        "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "qwertyuiopasdfghjklzxcvbnm",
        "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "가나다라마바사아자차카타파하", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣ",
    ]
    /// What stays of many a first guess without its digits and marks.
    private static let stems: Set<String> = [
        "password", "passwort", "passwd", "admin", "administrator", "manager", "operator",
        "welcome",
        "letmein", "iloveyou", "monkey", "dragon", "football", "baseball", "sunshine", "princess",
        "master", "login", "secret", "changeme", "default", "guest", "test", "tester", "user",
        "hello", "superman", "batman", "trustno", "whatever", "starwars", "qwerty", "asdf", "zxcv",
        "qwer", "asdfgh", "korea", "seoul", "sejong", "daehanminguk", "rhfwl", "pumasi",
        "gohyang", "donation", "government", "비밀번호", "관리자", "대한민국", "사랑해", "안녕하세요",
        "품앗이", "고향사랑", "고향사랑기부", "tkfkdgo", "dkssudgktpdy", "qlalfqjsgh",
    ]

    /// What stands against a new password.
    /// - Parameter login: of its account.
    static func problem(of password: String, login: String) -> AccountProblem? {
        guard password.utf8.count <= bytesMax else { return .passwordTooLong(bytesMax: bytesMax) }
        guard password.unicodeScalars.count >= charactersMin else {
            return .passwordTooShort(charactersMin: charactersMin)
        }
        let small = password.lowercased()
        guard !isCommon(small) else { return .passwordCommon }
        guard login.unicodeScalars.count < 4 || !small.contains(login) else {
            return .passwordLikeLogin
        }
        return nil
    }

    private static func isCommon(_ small: String) -> Bool {
        if Set(small).count <= 2 { return true }
        if runs.contains(where: { $0.contains(small) }) { return true }
        let spelt = small.replacing("@", with: "a").replacing("0", with: "o")
            .replacing("$", with: "s")
        return [small, spelt].contains { text in
            let stem = String(text.filter(\.isLetter))
            return stems.contains(stem)
                || stem.count >= 4 && runs.contains { $0.contains(stem) && stem.count < 7 }
        }
    }
}
