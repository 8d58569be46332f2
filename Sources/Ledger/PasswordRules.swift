import Hometown
import Schema

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
    /// What stays of many a first guess without its digits and marks, beside ``common``.
    private static let stems: Set<String> = [
        "passwd", "admin", "administrator", "manager", "welcome", "letmein", "monkey", "dragon",
        "master", "login", "secret", "default", "guest", "test", "tester", "user", "hello",
        "batman", "trustno", "qwerty", "asdf", "zxcv", "qwer", "asdfgh", "korea", "seoul",
        "sejong", "daehanminguk", "rhfwl", "gohyang", "donation", "government", "비밀번호",
        "관리자", "대한민국", "사랑해", "안녕하세요", "고향사랑", "고향사랑기부",
    ]
    /// What this program is called.
    private static let product = "pumasi 품앗이"
    /// The three thousand that are chosen most often (OWASP ASVS 5.0, 6.2.4), in small letters.
    static let common = Set(Schema.commonPasswords)

    /// What stands against a new password.
    /// - Parameters:
    ///   - login: of its account.
    ///   - name: of the account's owner.
    static func problem(
        of password: String, login: String, name: String
    ) -> AccountProblem? {
        guard password.utf8.count <= bytesMax else { return .passwordTooLong(bytesMax: bytesMax) }
        guard password.unicodeScalars.count >= charactersMin else {
            return .passwordTooShort(charactersMin: charactersMin)
        }
        let readings = readings(of: password)
        guard !isCommon(readings) else { return .passwordCommon }
        let hasLogin = login.unicodeScalars.count >= 4 && password.lowercased().contains(login)
        guard !hasLogin, !isOnly(login, readings) else { return .passwordLikeLogin }
        guard !isOnly(name, readings) else { return .passwordLikeName }
        return nil
    }

    /// The password in small letters, with letters for the signs that stand for them, and as the
    /// Hangul of the same keys.
    private static func readings(of password: String) -> [String] {
        let small = password.lowercased()
        let spelt = small.replacing("@", with: "a").replacing("0", with: "o")
            .replacing("$", with: "s")
        return [small, spelt] + [password, small].compactMap(\.typedHangul)
    }

    private static func isCommon(_ readings: [String]) -> Bool {
        readings.contains { text in
            if Set(text).count <= 2 || common.contains(text) { return true }
            if runs.contains(where: { $0.contains(text) }) { return true }
            let stem = String(text.filter(\.isLetter))
            return stems.contains(stem) || common.contains(stem) || isOnly(product, [stem])
                || stem.count >= 4 && runs.contains { $0.contains(stem) }
        }
    }

    /// Whether the words of a name, in any order and number, are all the letters there are.
    private static func isOnly(_ name: String, _ readings: [String]) -> Bool {
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
            .sorted { $0.count > $1.count }
        return readings.contains { text in
            let letters = String(text.filter(\.isLetter))
            return !letters.isEmpty
                && words.reduce(letters) { $0.replacing($1, with: "") }.isEmpty
        }
    }
}
