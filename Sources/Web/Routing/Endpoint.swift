import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import NIOCore

/// Stands before a route's handler and lets nothing past that the route does not admit. The
/// order is fixed: who asks, may they, is the key there, is the body what it must be. Nothing is
/// read from somebody who may not ask.
final class Endpoint: Sendable {
    let route: Route
    private let authenticator: Authenticator
    private let sessions: Sessions
    private let provenance: Provenance
    private let accesses: AccessBook
    /// Whether its address says all: nothing looks at a query there, and one that is sent means
    /// something to its sender, as `dry_run` does.
    private let takesNoQuery: Bool

    init(
        route: Route, authenticator: Authenticator, sessions: Sessions, provenance: Provenance,
        accesses: AccessBook
    ) {
        self.route = route
        self.authenticator = authenticator
        self.sessions = sessions
        self.provenance = provenance
        self.accesses = accesses
        takesNoQuery = route.path.hasPrefix("/api/") && route.document.parameters.isEmpty
    }

    func respond(to request: HummingbirdCore.Request, context: WebContext) async throws -> Response
    {
        var context = context
        switch route.access {
        case .everybody: break
        case .roles(let roles):
            let sent = context.fields.authorization
            // Nearly always remembered: an await takes two changes of executor.
            let principal =
                if let known = try authenticator.remembered(for: sent) { known } else {
                    try await authenticator.principal(for: sent)
                }
            context.principal = principal
            try check(roles, principal, request, context)
        case .guests: try await recognise(request, &context)
        case .visitors, .viewers:
            if let answer = try await welcome(request, &context) { return answer }
        }
        if takesNoQuery, request.uri.query != nil { try Query(of: request).allow([]) }
        if case .form(let fileBytesMax, let lists) = route.body {
            context.form = try await form(
                of: request, context, fileBytesMax: fileBytesMax, lists: lists)
            try takePreconditions(key: context.form[PostedForm.key], &context)
        } else {
            try takePreconditions(key: context.fields.idempotencyKey, &context)
        }
        if let bytesMax = try bodyBytesMax(context) {
            // Nearly always whole.
            context.body =
                if let body = try Endpoint.whole(of: context, bytesMax: bytesMax) { body } else {
                    try await Endpoint.body(of: request, context, bytesMax: bytesMax)
                }
        }
        return try await answer(request, &context)
    }

    /// Calls the handler, and writes down whose data the answer shows before it goes out; what
    /// cannot be written down is not shown. What is recorded has its author in its entry.
    private func answer(
        _ request: HummingbirdCore.Request, _ context: inout WebContext
    ) async throws -> Response {
        if route.isSlow {
            context.channel.triggerUserOutboundEvent(ConnectionGuard.SlowAnswer(), promise: nil)
        }
        guard let principal = context.principal else {
            return try await route.handler(request, context)
        }
        context.address = provenance.address(of: request, context)
        try accesses.connect(principal.id, from: context.address)
        let note = AccessNote()
        let told = context
        let response: Response
        do {
            response = try await AccessNote.$current.withValue(note) {
                try await route.handler(request, told)
            }
        } catch let problem as Problem where problem.isDenial {
            try writeDown(principal, request, context)
            throw problem
        }
        guard !note.isEmpty else { return response }
        do {
            try accesses.add(note.accesses(by: told.origin(of: request)))
        } catch {
            // What was asked for may be done: whoever asks once more is told.
            throw route.needsIdempotencyKey ? .commitUnknown : error
        }
        return response
    }

    /// Finds out who asks for what a guest may have, too.
    private func recognise(
        _ request: HummingbirdCore.Request, _ context: inout WebContext
    ) async throws {
        if let sent = context.fields.authorization {
            context.principal = try await authenticator.principal(for: sent)
        } else if route.isLinked {
            let viewer = try await sessions.viewer(
                for: request.headers[.cookie], isActivity: route.isActivity)
            // Whoever owes a second factor reads what a guest reads.
            guard let viewer, !viewer.owesSecondFactor else { return }
            context.viewer = viewer
            context.principal = viewer.principal
        }
    }

    /// Who comes to a page.
    /// - Returns: where a guest goes who has to sign in first.
    /// - Throws: `Problem` for the wrong role, and for a form that another site sent.
    private func welcome(
        _ request: HummingbirdCore.Request, _ context: inout WebContext
    ) async throws -> Response? {
        if let language = route.language { context.language = language }
        let isReading = route.method == .get || route.method == .head
        if !isReading { try Provenance.check(request) }
        let cookie = request.headers[.cookie]
        let viewer = try await sessions.viewer(
            for: cookie, isActivity: route.isActivity)
        context.viewer = viewer
        context.principal = viewer?.principal
        context.formKey = viewer?.formKey ?? sessions.guestKey(for: cookie)
        if let viewer, viewer.owesSecondFactor, !route.isEnrolment {
            return try enrol(viewer, isReading: isReading, request, context)
        }
        guard case .viewers(let roles) = route.access else { return nil }
        guard let viewer else {
            guard isReading else { throw Endpoint.signedOut }
            return Console.signIn(returningTo: request.head.path, in: context.language)
        }
        try check(roles, viewer.principal, request, context)
        return nil
    }

    /// Somebody who owes a second factor is led to where it is turned on.
    /// - Returns: the way there; `nil` for a form that a guest may send, too: signing in anew.
    /// - Throws: `Problem` 403 for any other form, which is written down.
    private func enrol(
        _ viewer: Viewer, isReading: Bool, _ request: HummingbirdCore.Request,
        _ context: WebContext
    ) throws -> Response? {
        if isReading {
            return Console.seeOther(
                Console.address(SecondFactorRoutes.path, in: context.language))
        }
        guard case .viewers = route.access else { return nil }
        try writeDown(viewer.principal, request, context)
        throw Endpoint.secondFactorOwed
    }

    /// - Throws: `Problem` 403 for another role, which is written down.
    private func check(
        _ roles: Set<Role>, _ principal: Principal, _ request: HummingbirdCore.Request,
        _ context: WebContext
    ) throws {
        guard !roles.contains(principal.role) else { return }
        try writeDown(principal, request, context)
        throw Endpoint.forbidden(principal.role, needed: roles)
    }

    /// That somebody known asked for what he may not have.
    private func writeDown(
        _ principal: Principal, _ request: HummingbirdCore.Request, _ context: WebContext
    ) throws {
        try accesses.add([
            Access(
                .denied, author: principal.id, address: provenance.address(of: request, context),
                scope: AskedScope.text(of: request))
        ])
    }

    /// How long the body may be; `nil` where none is read here.
    /// - Throws: `Problem` 415 for a body of another kind.
    private func bodyBytesMax(_ context: WebContext) throws(Problem) -> Int? {
        switch route.body {
        case .none, .form: return nil
        case .json(let bytesMax):
            try Endpoint.check(contentEncoding: context.fields.contentEncoding)
            try Endpoint.check(contentType: context.fields.contentType)
            return bytesMax
        case .file(let types, let bytesMax):
            try Endpoint.check(contentEncoding: context.fields.contentEncoding)
            let type = Route.Body.mediaType(context.fields.contentType ?? "")
            guard types.contains(type) else { throw Endpoint.wantsOne(of: types) }
            return bytesMax
        }
    }

    private func takePreconditions(key: String?, _ context: inout WebContext) throws {
        if route.needsIdempotencyKey {
            context.idempotencyKey = try IdempotencyKey(required: key)
        }
        if route.needsVersion {
            context.version = try VersionTag(required: context.fields.ifMatch)
        }
    }

    /// The fields of a form, once its token is right.
    private func form(
        of request: HummingbirdCore.Request, _ context: WebContext, fileBytesMax: Int,
        lists: Set<String>
    ) async throws -> PostedForm {
        let contentType = context.fields.contentType ?? ""
        let form: PostedForm
        switch Route.Body.mediaType(contentType) {
        case Endpoint.formType:
            let body = try await Endpoint.body(
                of: request, context, bytesMax: PostedForm.textBytesMax)
            form = try PostedForm(urlEncoded: body.readableBytesView, lists: lists)
        case "multipart/form-data" where fileBytesMax > 0:
            Endpoint.askForBody(context)
            form = try await PostedForm(
                multipart: request.body, contentType: contentType, fileBytesMax: fileBytesMax,
                lists: lists)
        default: throw Endpoint.wantsOne(of: [Endpoint.formType])
        }
        guard let key = context.formKey, key.accepts(form[FormKey.field], for: route.formPath)
        else { throw Endpoint.forged }
        return form
    }

    static let formType = "application/x-www-form-urlencoded"

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

    private static func check(contentEncoding: String?) throws(Problem) {
        guard let contentEncoding, contentEncoding.lowercased() != "identity" else { return }
        throw Problem(.unsupportedMediaType, wantsPlain, closing: true)
    }

    private static func body(
        of request: HummingbirdCore.Request, _ context: WebContext, bytesMax: Int
    ) async throws -> ByteBuffer {
        if let body = try whole(of: context, bytesMax: bytesMax) { return body }
        try check(length: context.fields.contentLength.flatMap { Int($0) }, bytesMax)
        askForBody(context)
        do {
            return try await request.body.collect(upTo: bytesMax)
        } catch is NIOTooManyBytesError {
            throw tooLarge(bytesMax)
        }
    }

    /// Somebody may wait for it to be asked for.
    private static func askForBody(_ context: WebContext) {
        context.channel.triggerUserOutboundEvent(Conversation.BodyWanted(), promise: nil)
    }

    /// `nil` where it is still to come.
    private static func whole(
        of context: WebContext, bytesMax: Int
    ) throws(Problem) -> ByteBuffer? {
        try check(length: context.whole?.readableBytes, bytesMax)
        return context.whole
    }

    private static func check(length: Int?, _ bytesMax: Int) throws(Problem) {
        if let length, length > bytesMax { throw tooLarge(bytesMax) }
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

    static let signedOut = Problem(
        .signedOut,
        Bilingual(
            "저장하지 않았습니다. 다른 탭에서 로그인한 뒤 뒤로 돌아가 다시 보내십시오. 입력한 내용은 남아 있습니다.",
            "Nothing was saved. Sign in in another tab, go back and send it again: what you typed "
                + "is still there."))

    private static let secondFactorOwed = Problem(
        .forbidden,
        Bilingual(
            "이 역할은 두 번째 인증 수단이 있어야 합니다. \(SecondFactorRoutes.path)에서 먼저 켜십시오.",
            "This role takes a second factor. Turn it on first, at \(SecondFactorRoutes.path)."))

    static let forged = Problem(
        .forgedForm,
        Bilingual(
            "양식이 낡았거나 이 로그인의 것이 아닙니다. 저장하지 않았습니다. 화면을 새로 열어 다시 하십시오.",
            "The form is old or belongs to another sign-in. Nothing was saved. Open the page anew "
                + "and repeat it."))

    private static let wantsJSON = Bilingual(
        "Content-Type: application/json (UTF-8)으로 보내십시오.",
        "Send it as Content-Type: application/json, in UTF-8.")

    private static let wantsPlain = Bilingual(
        "압축하지 않고 Content-Encoding 없이 보내십시오.",
        "Send it as it is, without Content-Encoding.")

    private static func forbidden(_ role: Role, needed: Set<Role>) -> Problem {
        let admitted = Role.allCases.filter(needed.contains)
        let korean = admitted.map(\.title.korean).joined(separator: ", ")
        let english = admitted.map(\.title.english).joined(separator: ", ")
        return Problem(
            .forbidden,
            Bilingual(
                "지금 역할은 \(role.title.korean)입니다. 필요한 역할: \(korean).",
                "Your role is \(role.title.english). It takes: \(english)."))
    }
}

extension WebContext {
    /// Who takes data out, from where and by what address. A route that asks for it takes roles.
    func origin(of request: HummingbirdCore.Request) -> AccessOrigin {
        guard let principal else { preconditionFailure("a route that exports has a principal") }
        return AccessOrigin(
            author: principal.id, address: address, scope: AskedScope.text(of: request))
    }
}
