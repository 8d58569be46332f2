import HTTPTypes
package import Hometown
package import Hummingbird
import Logging
package import NIOCore

/// What is known about one request besides its bytes.
package struct WebContext: InitializableFromSource {
    private let base: Logger
    private let number: RequestID?
    /// What the request came in on.
    package let channel: any NIOCore.Channel
    /// The other end of it, as a number.
    let peer: String?
    /// The body, where it came together with the head.
    let whole: ByteBuffer?
    /// The address of the route that answers; `nil` where none does.
    var route: String?
    /// What stands in the request's address for the parts of the route's that may be anything.
    var parameters: [(name: Substring, value: Substring)] = []
    /// Korean unless the address begins with `/en` or the caller prefers English.
    package var language = Language.korean
    /// The header fields that matter, gathered when the request came in.
    package var fields = RequestFields.none
    /// Set before a handler of a route that is not public is called.
    package var principal: Principal?
    /// Whether public pages answer, so that others may lead to them.
    var hasPublicPages = true
    /// What is covered wherever everybody reads it.
    var smallCounts = SmallCounts()
    /// From where, as far as it is known: set together with the principal.
    package var address: String?
    /// Set before a handler of a route that wants one is called.
    package var idempotencyKey: IdempotencyKey?
    /// Set before a handler of a route that wants one is called.
    package var version: VersionTag?
    /// What only pages have. A context is handed on some ten times a request, and each part of it
    /// is counted each time.
    private var visited: Visited?
    /// The body, within the route's limit; empty where the route takes none.
    package var body = ByteBuffer()

    package init(source: ApplicationRequestContextSource) {
        base = source.logger
        number = nil
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress
        whole = nil
    }

    /// Of a request that gets a number of its own.
    /// - Parameter body: `nil` where it is still to come.
    init(channel: any NIOCore.Channel, address: String?, body: ByteBuffer?, logger: Logger) {
        base = logger
        number = RequestID()
        self.channel = channel
        peer = address
        whole = body
    }

    /// Who is signed in: set before a handler of a page is called, `nil` for a guest.
    package var viewer: Viewer? {
        get { visited?.viewer }
        set { visited = Visited(viewer: newValue, formKey: formKey, form: form) }
    }

    /// What the forms of a page are bound to: a session or, on pages for guests, their visit.
    package var formKey: FormKey? {
        get { visited?.formKey }
        set { visited = Visited(viewer: viewer, formKey: newValue, form: form) }
    }

    /// The fields of a form whose token was right.
    package var form: PostedForm {
        get { visited?.form ?? PostedForm() }
        set { visited = Visited(viewer: viewer, formKey: formKey, form: newValue) }
    }

    private static let idKey = "hb.request.id"

    /// What the request is called in the log, and in a problem.
    var id: String {
        number?.description ?? base[metadataKey: WebContext.idKey].map { "\($0)" } ?? ""
    }

    /// Says which request it was.
    var logger: Logger {
        guard let number else { return base }
        var logger = base
        logger[metadataKey: WebContext.idKey] = .stringConvertible(number)
        return logger
    }

    /// Whether anybody wants to know of every request.
    var isTraced: Bool { base.logLevel <= .debug }

    /// The parameter `name` of the route's path. A route that does not declare it is a bug.
    package func pathParameter(_ name: String) -> String {
        guard let parameter = parameters.first(where: { $0.name == name }) else {
            preconditionFailure("the route declares no parameter \(name)")
        }
        return String(parameter.value)
    }
}

private final class Visited: Sendable {
    let viewer: Viewer?
    let formKey: FormKey?
    let form: PostedForm

    init(viewer: Viewer?, formKey: FormKey?, form: PostedForm) {
        self.viewer = viewer
        self.formKey = formKey
        self.form = form
    }
}
