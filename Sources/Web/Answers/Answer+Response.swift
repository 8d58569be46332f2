import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

extension Answer {
    /// What the caller of a creating request gets: the receipt's bytes as they are, the first time
    /// and every time again.
    /// - Parameter path: of the list in which the thing has its address; `nil` when it has none.
    /// - Throws: `Problem` for everything that was not recorded.
    func response(in path: String? = nil) throws(Problem) -> Response {
        switch self {
        case .recorded(let receipt): return Answer.created(receipt, path)
        case .replayed(let receipt):
            return Answer.created(receipt, path, [.idempotentReplayed: "true"])
        case .refused(let refusals): throw Problem(refusals)
        case .keyReused: throw Answer.reused
        case .inFlight: throw Answer.handled
        }
    }

    private static func created(
        _ receipt: Receipt, _ path: String?, _ headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        if let path { headers[.location] = "\(path)/\(receipt.id)" }
        // What waits for a second person has been taken down, and nothing more (RFC 9110, 15.3.3).
        return .json(
            receipt.json, status: receipt.isPending ? .accepted : .created, headers: headers)
    }

    static let reused = Problem(
        .idempotencyKeyReused,
        Bilingual(
            "이 Idempotency-Key로 다른 내용을 이미 기록했습니다. 새 요청에는 새 값을 쓰십시오.",
            "Something else was recorded under this Idempotency-Key. Give a new request a new one.")
    )

    static let handled = Problem(
        .idempotencyInFlight,
        Bilingual(
            "잠시 뒤 같은 Idempotency-Key로 다시 보내십시오.",
            "Repeat it shortly with the same Idempotency-Key."),
        headers: [.retryAfter: "1"])
}
