import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import NIOCore

extension WebContext {
    /// 한 번만. Has something done that adds no entry, once for each `Idempotency-Key`: whoever
    /// repeats the request gets its first answer, byte for byte. What the form makes of the body
    /// has been read before.
    /// - Parameters:
    ///   - tell: writes what came of it; answers the status.
    ///   - act: does it, and keeps the answer in the same transaction.
    func once<Effect>(
        _ ledger: Ledger, _ request: HummingbirdCore.Request,
        tell: @escaping @Sendable (Effect, Instant, inout JSONWriter) -> HTTPResponse.Status,
        act: (Errand<Effect>) async throws -> Effect
    ) async throws -> Response {
        let errand = Errand<Effect>(writing, asking: try asked(by: request)) { effect, now in
            var writer = JSONWriter()
            let status = tell(effect, now, &writer)
            return KeptAnswer(status: status.code, body: writer.bytes)
        }
        do {
            if let kept = try await ledger.answer(to: errand) { return kept.replay }
            _ = try await act(errand)
            // A rehearsal has no answer of its own to keep; its route does not come here.
            guard let kept = try await ledger.answer(to: errand) else { throw LedgerFailure.bug }
            return kept.response()
        } catch let stop as ErrandStop {
            switch stop {
            case .answered(let kept): return kept.replay
            case .keyReused: throw Answer.reused
            case .inFlight: throw Answer.handled
            }
        }
    }

    /// Method, path and body in their canonical form (RFC 8785 as far as it goes).
    private func asked(by request: HummingbirdCore.Request) throws -> CanonicalValue {
        var members: [String: CanonicalValue] = [
            "method": .string(request.method.rawValue), "path": .string(request.uri.path),
        ]
        if body.readableBytes > 0 {
            members["body"] = JSONValue.object(try formBody().object).canonical
        }
        return .object(members)
    }
}

extension KeptAnswer {
    fileprivate func response(_ headers: HTTPFields = [:]) -> Response {
        .json(body, status: HTTPResponse.Status(code: status), headers: headers)
    }

    fileprivate var replay: Response { response([.idempotentReplayed: "true"]) }
}

extension JSONValue {
    /// A member that is null says as little as one that is left out.
    fileprivate var canonical: CanonicalValue? {
        switch self {
        case .null: nil
        case .bool(let flag): .bool(flag)
        case .integer(let number): .string(String(number))
        case .number(let text), .string(let text): .string(text)
        case .array(let elements): .array(elements.compactMap(\.canonical))
        case .object(let object):
            .object(
                Dictionary(
                    object.members.compactMap { member in
                        member.value.canonical.map { (member.name, $0) }
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
