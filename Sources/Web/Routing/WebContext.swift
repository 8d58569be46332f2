import HTTPTypes
package import Hometown
package import Hummingbird
import Logging
package import NIOCore

/// What is known about one request besides its bytes.
package struct WebContext: InitializableFromSource {
    /// Says which request it was.
    let logger: Logger
    /// What the request came in on.
    package let channel: any NIOCore.Channel
    /// The address of the route that answers; `nil` where none does.
    var route: String?
    /// What stands in the request's address for the parts of the route's that may be anything.
    var parameters: [(name: Substring, value: Substring)] = []
    /// Korean unless the address begins with `/en` or the caller prefers English.
    package var language = Language.korean
    /// The header fields that matter, gathered when the request came in.
    package var fields = RequestFields([:])
    /// Set before a handler of a route that is not public is called.
    package var principal: Principal?
    /// From where, as far as it is known: set together with the principal.
    package var address: String?
    /// Set before a handler of a route that wants one is called.
    package var idempotencyKey: IdempotencyKey?
    /// Set before a handler of a route that wants one is called.
    package var version: VersionTag?
    /// Who is signed in: set before a handler of a page is called, `nil` for a guest.
    package var viewer: Viewer?
    /// What the forms of a page are bound to: a session or, on pages for guests, their visit.
    package var formKey: FormKey?
    /// The fields of a form whose token was right.
    package var form = PostedForm()
    /// The body, within the route's limit; empty where the route takes none.
    package var body = ByteBuffer()

    package init(source: ApplicationRequestContextSource) {
        logger = source.logger
        channel = source.channel
    }

    /// What the request is called in the log, and in a problem.
    var id: String { logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? "" }

    /// The parameter `name` of the route's path. A route that does not declare it is a bug.
    package func pathParameter(_ name: String) -> String {
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            preconditionFailure("the route declares no parameter \(name)")
        }
        return String(parameter.value)
    }
}
