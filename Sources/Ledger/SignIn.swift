package import Hometown
import Transparency

/// 로그인. What came of a try to sign in. Whoever has no account here is told the same, after the
/// same time, as somebody with a wrong password.
package enum SignIn: Hashable, Sendable {
    case right(RecordedAccount)
    /// The password was right, and the account has a second factor: nobody is signed in before its
    /// code comes.
    case halfway(RecordedAccount)
    case wrong
    /// The password of this account was right, the code was not.
    case wrongCode(Identifier)
    /// Too many tries for this login or from this address; what was typed was not looked at.
    case locked(seconds: Int)
}

/// Under what a try is counted: wrong passwords and wrong codes alike.
struct TrySubjects: Sendable {
    let login: Hash256
    let address: Hash256
}

/// How many tries there are before a lock, and how long that holds; it doubles from lock to lock.
struct SignInLimit: Sendable {
    let triesMax: Int32
    /// After so long without a try all is forgotten.
    let pauseSeconds: Int32
    let lockSeconds: Int32

    static let login = SignInLimit(triesMax: 5, pauseSeconds: 86_400, lockSeconds: 900)
    /// A whole office may be behind one address.
    static let address = SignInLimit(triesMax: 20, pauseSeconds: 60, lockSeconds: 60)
}

/// 쓸 수 있는 링크. A link that still works, and for whom: nobody yet, where it makes the account.
package struct OpenLink: Hashable, Sendable {
    package let login: String?
    package let name: String?
}
