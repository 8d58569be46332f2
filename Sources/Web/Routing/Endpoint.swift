import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdCore
import NIOCore

/// Stands before a route's handler and lets nothing past that the route does not admit. The
/// order is fixed: who asks, may they, is the key there, is the body what it must be. Nothing is
/// read from somebody who may not ask.
struct Endpoint: HTTPResponder {
    let route: Route
    let authenticator: Authenticator

    func respond(to request: Request, context: WebContext) async throws -> Response {
        var context = context
        switch route.access {
        case .everybody: break
        case .guests:
            if let sent = context.fields.authorization {
                context.principal = try await authenticator.principal(for: sent)
            }
        case .roles(let roles):
            let principal = try await authenticator.principal(
                for: context.fields.authorization)
            guard roles.contains(principal.role) else {
                throw Endpoint.forbidden(principal.role, needed: roles)
            }
            context.principal = principal
        }
        if route.needsIdempotencyKey {
            context.idempotencyKey = try IdempotencyKey(
                required: context.fields.idempotencyKey)
        }
        if route.needsVersion {
            context.version = try VersionTag(required: context.fields.ifMatch)
        }
        switch route.body {
        case .none: break
        case .json(let bytesMax):
            try Endpoint.check(contentType: context.fields.contentType)
            context.body = try await Endpoint.body(
                of: request, length: context.fields.contentLength, bytesMax: bytesMax)
        case .file(let types, let bytesMax):
            let type = Route.Body.mediaType(context.fields.contentType ?? "")
            guard types.contains(type) else { throw Endpoint.wantsOne(of: types) }
            context.body = try await Endpoint.body(
                of: request, length: context.fields.contentLength, bytesMax: bytesMax)
        }
        return try await route.handler(request, context)
    }

    private static func check(contentType: String?) throws(Problem) {
        let type = contentType ?? ""
        if type == "application/json" { return }
        let parts = type.lowercased().split(separator: ";").map { part in
            part.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        guard parts.first == "application/json",
            parts.dropFirst().allSatisfy({ $0 == "charset=utf-8" })
        else { throw Problem(.unsupportedMediaType, wantsJSON, closing: true) }
    }

    private static func body(
        of request: Request, length: String?, bytesMax: Int
    ) async throws -> ByteBuffer {
        guard length.flatMap({ Int($0) }) ?? 0 <= bytesMax else { throw tooLarge(bytesMax) }
        do {
            return try await request.body.collect(upTo: bytesMax)
        } catch is NIOTooManyBytesError {
            throw tooLarge(bytesMax)
        }
    }

    private static func tooLarge(_ bytesMax: Int) -> Problem {
        Problem(
            .bodyTooLarge,
            Bilingual(
                "본문은 \(bytesMax)바이트까지입니다. 나누어 보내십시오.",
                "A body may have \(bytesMax) bytes. Send it in parts."),
            closing: true)
    }

    private static func wantsOne(of types: [String]) -> Problem {
        let list = types.joined(separator: ", ")
        return Problem(
            .unsupportedMediaType,
            Bilingual("Content-Type은 다음 중 하나입니다: \(list)", "Content-Type is one of: \(list)."),
            closing: true)
    }

    private static let wantsJSON = Bilingual(
        "Content-Type: application/json (UTF-8)으로 보내십시오.",
        "Send it as Content-Type: application/json, in UTF-8.")

    private static func forbidden(_ role: Role, needed: Set<Role>) -> Problem {
        let admitted = Role.allCases.filter(needed.contains)
        let korean = admitted.map(\.title.korean).joined(separator: ", ")
        let english = admitted.map(\.title.english).joined(separator: ", ")
        return Problem(
            .forbidden,
            Bilingual(
                "이 토큰의 역할은 \(role.title.korean)입니다. 필요한 역할: \(korean).",
                "This token's role is \(role.title.english). It takes: \(english)."))
    }
}
