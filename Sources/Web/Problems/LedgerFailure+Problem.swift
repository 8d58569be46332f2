import HTTPTypes
import Hometown
package import Ledger

/// What a failure of the ledger is to a caller: when to come again, and nothing of the inside.
extension LedgerFailure: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .overloaded:
            Problem(.overloaded, LedgerFailure.again, headers: [.retryAfter: "1"])
        case .tooManyAtOnce:
            Problem(
                .tooManyRequests,
                Bilingual(
                    "이 토큰이나 계정으로 보낸 기부가 이미 많이 기다려 기록하지 않았습니다. "
                        + "잠시 뒤 같은 Idempotency-Key로 다시 보내십시오.",
                    "Many donations of this token or account are waiting, and this one was not "
                        + "recorded. Try again shortly with the same Idempotency-Key."),
                headers: [.retryAfter: "1"])
        case .unavailable:
            Problem(.databaseUnavailable, LedgerFailure.again, headers: [.retryAfter: "5"])
        case .commitUnknown:
            Problem(
                .commitUnknown,
                Bilingual(
                    "같은 Idempotency-Key로 다시 보내면 결과를 알려 드립니다. 두 번 기록되지 않습니다.",
                    "Repeat it with the same Idempotency-Key to learn the outcome; "
                        + "it is not recorded twice."),
                headers: [.retryAfter: "2"])
        case .registryMissing:
            Problem(
                .databaseUnavailable,
                Bilingual(
                    "지자체 등록부가 아직 없습니다. 잠시 뒤 다시 보내십시오.",
                    "The registry of governments is not loaded yet. Try again shortly."),
                headers: [.retryAfter: "5"])
        case .wrongSecret, .damaged, .bug: Doorway.failed
        }
    }

    private static let again = Bilingual(
        "기록하지 않았습니다. 잠시 뒤 같은 Idempotency-Key로 다시 보내십시오.",
        "Nothing was recorded. Try again shortly with the same Idempotency-Key.")
}
