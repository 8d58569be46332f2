package import HTTPTypes
package import Hometown
package import HummingbirdCore

/// One thing that can be asked: where, by whom, within which limits, and who answers. Roles,
/// limits and the OpenAPI document all come from here and nowhere else.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Request, WebContext) async throws -> Response

    package enum Access: Hashable, Sendable {
        case everybody
        /// Everybody; a token that is sent must be good, and may show its owner more.
        case guests
        case roles(Set<Role>)
        /// A page for everybody; whoever is signed in may be shown more.
        case visitors
        /// A page for those who are signed in, in one of these roles.
        case viewers(Set<Role>)
    }

    package enum Body: Hashable, Sendable {
        case none
        /// `application/json` of at most so many bytes.
        case json(bytesMax: Int)
        /// A file of one of these content types, of at most so many bytes.
        case file(types: [String], bytesMax: Int)
        /// A form of ours, with its token and perhaps files; `lists` names the fields whose reader
        /// blanks them cell by cell.
        case form(fileBytesMax: Int, lists: Set<String>)

        /// The type without its parameters.
        static func mediaType(_ contentType: String) -> String {
            contentType.lowercased().prefix { $0 != ";" }.filter { $0 != " " }
        }
    }

    package let method: HTTPRequest.Method
    /// As Hummingbird and OpenAPI both write it: `/api/v1/donations/{id}`.
    package let path: String
    package let access: Access
    package let body: Body
    /// A creating request: without `Idempotency-Key` it is refused before anything is read.
    package let needsIdempotencyKey: Bool
    /// A request about what its author has seen: without `If-Match` it is refused.
    package let needsVersion: Bool
    /// Of a page: its address decides what it is written in. `nil` elsewhere.
    package let language: Language?
    /// Whether asking shows that somebody is at work; a page that asks by itself does not.
    package let isActivity: Bool
    /// Whether its answer may take minutes: much is read or printed before anything is sent.
    package private(set) var isSlow = false
    /// Whether the console links to it, so that a session does where no token comes. Only for what
    /// is read: nothing but the cookie says who asks.
    package private(set) var isLinked = false
    /// Whether it opens to somebody who owes a second factor: to get one, or to leave.
    package private(set) var isEnrolment = false
    package let document: RouteDocument
    package let handler: Handler

    package init(
        _ method: HTTPRequest.Method, _ path: String, access: Access, body: Body = .none,
        needsIdempotencyKey: Bool = false, needsVersion: Bool = false,
        language: Language? = nil, isActivity: Bool = true, document: RouteDocument,
        handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.body = body
        self.needsIdempotencyKey = needsIdempotencyKey
        self.needsVersion = needsVersion
        self.language = language
        self.isActivity = isActivity
        self.document = document
        self.handler = handler
    }

    /// The same route, with an answer for whoever is signed in.
    package var linked: Route {
        var route = self
        route.isLinked = true
        return route
    }

    /// The same route, open to somebody who owes a second factor.
    package var enrolment: Route {
        var route = self
        route.isEnrolment = true
        return route
    }

    /// The same route, its answer given minutes.
    package var slow: Route {
        var route = self
        route.isSlow = true
        return route
    }

    /// Fits every form of ours; files have their own way in.
    package static let jsonBytesMax = 1 << 20
}

extension Route.Access {
    /// Whoever has an account: for what is no part of the book, or of what everybody may read.
    package static let everyRole = Route.Access.roles(Role.everybody)

    // Each by the set of its name; what it means stands there.
    package static let readers = Route.Access.roles(Role.readers)
    package static let clerks = Route.Access.roles(Role.clerks)
    package static let coordinators = Route.Access.roles(Role.coordinators)
    package static let writers = Route.Access.roles(Role.writers)
    package static let keepers = Route.Access.roles(Role.keepers)
    package static let timetableReaders = Route.Access.roles(Role.timetableReaders)
    package static let timekeepers = Route.Access.roles(Role.timekeepers)

    package static func only(_ roles: Role...) -> Route.Access {
        .roles(Set(roles))
    }
}
