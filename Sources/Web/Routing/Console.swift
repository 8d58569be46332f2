package import HTTPTypes
package import Hometown
package import HummingbirdCore

/// 업무 화면. How the pages for those who sign in get into the table of routes: each with the roles
/// that may open it, in Korean at its own address and in English below `/en`.
package enum Console {
    package typealias Handler = @Sendable (Request, WebContext, Viewer) async throws -> Response

    /// A page that is read.
    /// - Parameters:
    ///   - path: in Korean, as in `/donations/{id}`.
    ///   - operation: its name in the document; the English twin's ends in `English`.
    ///   - isActivity: whether asking shows that somebody is at work, which keeps the session.
    package static func get(
        _ path: String, roles: Set<Role> = Role.everybody, _ operation: String,
        _ title: Bilingual, parameters: [RouteDocument.Parameter] = [],
        isActivity: Bool = true, handler: @escaping Handler
    ) -> [Route] {
        routes(
            .get, path, .viewers(roles), operation, title, parameters, isActivity: isActivity
        ) { request, context in
            try await handler(request, context, viewer(of: context))
        }
    }

    /// A form that is sent. Its page holds the token of `path` in the hidden field
    /// ``FormKey/field``: `viewer.formKey.token(for: path)`.
    /// - Parameters:
    ///   - needsKey: whether it records something in the ledger; its page then holds a fresh id in
    ///     the hidden field ``PostedForm/key``, so that it is recorded once.
    ///   - fileBytesMax: of all files together; a form with any is sent as multipart/form-data.
    ///   - lists: names of fields that hold whole lists.
    ///   - schema: of the JSON it answers with; without it a page comes, or the way to one.
    package static func post(
        _ path: String, roles: Set<Role> = Role.everybody, _ operation: String,
        _ title: Bilingual, needsKey: Bool = false, fileBytesMax: Int = 0,
        lists: Set<String> = [], answering schema: String? = nil, handler: @escaping Handler
    ) -> [Route] {
        routes(
            .post, path, .viewers(roles), operation, title, [],
            body: .form(fileBytesMax: fileBytesMax, lists: lists), needsKey: needsKey,
            schema: schema
        ) { request, context in
            try await handler(request, context, viewer(of: context))
        }
    }

    /// A page for everybody, which may show more to those who are signed in: `context.viewer`.
    package static func open(
        _ path: String, _ operation: String, _ title: Bilingual,
        parameters: [RouteDocument.Parameter] = [], handler: @escaping Route.Handler
    ) -> [Route] {
        routes(.get, path, .visitors, operation, title, parameters, handler: handler)
    }

    /// A form for everybody, bound to the visit.
    static func openPost(
        _ path: String, _ operation: String, _ title: Bilingual, handler: @escaping Route.Handler
    ) -> [Route] {
        routes(
            .post, path, .visitors, operation, title, [],
            body: .form(fileBytesMax: 0, lists: []), handler: handler)
    }

    /// Where the page at `path` stands in a language.
    package static func address(_ path: String, in language: Language) -> String {
        switch (language, path) {
        case (.korean, _): path
        case (.english, "/"): "/en"
        case (.english, _): "/en" + path
        }
    }

    /// The answer to a form that did its work: the browser goes on with a page, which it may load
    /// anew without sending the form again.
    package static func seeOther(_ address: String, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.location] = address
        return Response(status: .seeOther, headers: headers)
    }

    /// Where a guest is sent who opened a page of the console.
    static func signIn(returningTo path: String?, in language: Language) -> Response {
        var address = address("/login", in: language)
        if let path = path.flatMap(place), path != "/" {
            address += "?next=" + PercentText.encode(path, keeping: "/")
        }
        return seeOther(address)
    }

    /// An address of this site and no other, from what somebody claims to be one.
    static func place(_ text: String) -> String? {
        guard text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return text
    }

    private static func viewer(of context: WebContext) -> Viewer {
        guard let viewer = context.viewer else {
            preconditionFailure("a page of the console has a viewer")
        }
        return viewer
    }

    private static func routes(
        _ method: HTTPRequest.Method, _ path: String, _ access: Route.Access,
        _ operation: String, _ title: Bilingual, _ parameters: [RouteDocument.Parameter],
        body: Route.Body = .none, needsKey: Bool = false, isActivity: Bool = true,
        schema: String? = nil, handler: @escaping Route.Handler
    ) -> [Route] {
        Language.allCases.map { language in
            Route(
                method, address(path, in: language), access: access, body: body,
                needsIdempotencyKey: needsKey, language: language, isActivity: isActivity,
                document: RouteDocument(
                    language == .korean ? operation : operation + "English", title,
                    parameters: parameters, responses: [response(to: method, schema)]),
                handler: handler)
        }
    }

    private static func response(
        to method: HTTPRequest.Method, _ schema: String?
    ) -> (status: Int, content: RouteDocument.Content) {
        if let schema { return (200, .json(schema)) }
        return (method == .get ? 200 : 303, .other("text/html"))
    }
}

extension Route {
    /// What the token of a form that is sent here is made for: the same in both languages.
    var formPath: String {
        language == .english && path.hasPrefix("/en") ? String(path.dropFirst(3)) : path
    }
}
