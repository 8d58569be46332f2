import HTTPTypes
import Hometown
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Everything comes in and goes out here. The doorway knows the caller's language, finds who
/// answers, turns whatever is thrown into a problem, puts the security headers on every answer
/// and measures: one layer costs less than five.
final class Doorway: HTTPResponder {
    /// Longer than any address of ours; RFC 9110, 4.1 asks for 8,000 at least.
    static let addressBytesMax = 8 * 1024

    let uptime: Uptime
    private let table: RouteTable
    /// In the order of the table.
    private let endpoints: [Endpoint]
    private let measures: RequestMeasures
    private let headers: AnswerHeaders
    /// What a browser is told of a problem with; without it everybody gets the document.
    private let pages: Pages?
    private let health: Health
    private let denials: DenialLog
    private let hasPublicPages: Bool
    private let smallCounts: SmallCounts

    /// One endpoint a route.
    init(_ parts: WebParts) {
        table = parts.table
        endpoints = parts.table.routes.map { route in
            Endpoint(
                route: route, authenticator: parts.authenticator, sessions: parts.sessions,
                provenance: parts.provenance, accesses: parts.accesses)
        }
        measures = RequestMeasures(parts.registry)
        headers = AnswerHeaders(isBehindTLS: parts.isBehindTLS)
        pages = parts.pages
        uptime = parts.uptime
        health = parts.health
        denials = DenialLog(uptime: parts.uptime)
        smallCounts = parts.smallCounts
        hasPublicPages = parts.table.find(.get, at: VerifyPage.path) != nil
    }

    func respond(
        to request: Request, context: WebContext
    ) async throws -> Response {
        let start = uptime.nanoseconds
        var context = context
        context.hasPublicPages = hasPublicPages
        context.smallCounts = smallCounts
        context.fields = RequestFields(request.headers)
        context.language = Language(
            path: request.head.path ?? "", accepting: context.fields.acceptLanguage)
        var response: Response
        do {
            guard request.head.path?.utf8.count ?? 0 <= Doorway.addressBytesMax else {
                throw Doorway.addressTooLong
            }
            guard request.head.authority?.isEmpty == false else { throw Doorway.noHost }
            if let doubled = context.fields.doubled { throw Doorway.doubled(doubled) }
            let endpoint = try endpoint(for: request, &context)
            response = try await endpoint.respond(to: request, context: context)
        } catch let error as HTTPParserError {
            // Answered where the bytes came in; see `Conversation`.
            throw error
        } catch {
            response = answer(to: error, request, context)
        }
        if request.method == .head { response = Doorway.head(of: response) }
        headers.complete(&response)
        if health.isDraining { response.headers[.connection] = "close" }
        let elapsed = uptime.nanoseconds &- start
        measures.record(request, context, response.status, nanoseconds: elapsed)
        guard context.isTraced else { return response }
        context.logger.debug(
            "request answered",
            metadata: [
                "method": "\(request.method)", "route": "\(context.route ?? "none")",
                "status": "\(response.status.code)", "microseconds": "\(elapsed / 1000)",
            ])
        return response
    }

    /// An answer without its body, refusals too (RFC 9110, 9.3.2), which says how that would come.
    private static func head(of response: Response) -> Response {
        var head = response.createHeadResponse()
        if response.body.contentLength == nil {
            // The library says that what has no body is nothing long.
            head.headers[.contentLength] = nil
            head.headers[.transferEncoding] = "chunked"
        }
        return head
    }

    private func answer(
        to error: any Error, _ request: Request, _ context: WebContext
    ) -> Response {
        let problem: Problem
        switch error {
        case let known as Problem: problem = known
        case let error as any ProblemConvertible: problem = error.problem
        case is CancellationError: problem = Doorway.cancelled
        // It broke off under a body: nobody reads the answer, and nothing of ours failed.
        case is ChannelError, is IOError: problem = .malformedRequest
        default:
            context.logger.error("request failed", metadata: ["error": "\(error)"])
            problem = Doorway.failed
        }
        if Doorway.unnamed.contains(problem.kind), let untold = denials.admit() {
            // Who it was is not known, and what was sent instead of a token may be a secret.
            context.logger.notice(
                "a request was kept out",
                metadata: [
                    "code": "\(problem.kind.code)", "method": "\(request.method)",
                    "route": "\(context.route ?? "none")", "untold": "\(untold)",
                ])
        }
        guard let pages, Doorway.isBrowser(request) else {
            return problem.response(in: context.language, instance: context.id)
        }
        // A page's address decides its language, whatever the browser prefers.
        let language = Language(path: request.head.path ?? "", accepting: nil)
        let isReading = request.method == .get || request.method == .head
        let text = pages.problem(
            problem, in: language, instance: context.id, isReading: isReading)
        return .page(text, in: language, status: problem.kind.status, headers: problem.headers)
    }

    /// What nobody is written down for: a wrong role stands in the access log with its owner.
    private static let unnamed: Set<ProblemKind> = [
        .authenticationRequired, .tokenUnknown, .forgedForm,
    ]

    /// Whether a person reads the answer: somebody who asks for a page, and not for the interface.
    private static func isBrowser(_ request: Request) -> Bool {
        request.headers[.accept]?.contains("text/html") == true
            && request.head.path?.hasPrefix("/api/") == false
    }

    /// Who answers at the address.
    /// - Throws: `Problem` 404, or 405 with the methods that are offered.
    private func endpoint(
        for request: Request, _ context: inout WebContext
    ) throws(Problem) -> Endpoint {
        let path = request.uri.path
        if let found = table.find(request.method, at: path) {
            let endpoint = endpoints[found.index]
            context.route = endpoint.route.path
            context.parameters = found.parameters
            return endpoint
        }
        let methods = table.methods(at: path)
        guard !methods.isEmpty else { throw Problem(.notFound, Doorway.readTheDocument) }
        let allowed = methods.map(\.rawValue).joined(separator: ", ")
        throw Problem(
            .methodNotAllowed,
            Bilingual("쓸 수 있는 메서드: \(allowed).", "Offered here: \(allowed)."),
            headers: [.allow: allowed])
    }
}

extension Doorway {
    static let addressTooLong = Problem(
        .addressTooLong,
        Bilingual(
            "주소는 \(addressBytesMax)바이트까지입니다.",
            "An address may have \(addressBytesMax) bytes."))
    /// RFC 9112, 3.2.
    static let noHost = Problem(
        .malformedRequest,
        Bilingual("Host 머리글이 필요합니다.", "A Host header field is required."), closing: true)
    static func doubled(_ name: HTTPField.Name) -> Problem {
        Problem(
            .malformedRequest,
            Bilingual(
                "\(name.rawName) 머리글은 한 번만 쓸 수 있습니다.",
                "The header field \(name.rawName) may stand only once."))
    }
    static let readTheDocument = Bilingual(
        "/openapi.json에 모든 주소가 있습니다.", "/openapi.json lists every address.")
    static let failed = Problem(
        .internalError,
        Bilingual(
            "기록하지 않았습니다. 요청 번호(instance)를 운영자에게 알려 주십시오.",
            "Nothing was recorded. Tell the operator the request's id (instance)."))
    static let cancelled = Problem(
        .draining,
        Bilingual(
            "같은 Idempotency-Key로 다시 보내십시오.", "Repeat it with the same Idempotency-Key."),
        headers: [.retryAfter: "5"])
}

/// An error of another room that knows how it is to be told to a caller.
package protocol ProblemConvertible: Error {
    var problem: Problem { get }
}
