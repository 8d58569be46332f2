package import HTTPTypes
package import Hometown

/// A sort of problem: its stable code, its status, and what it is called. The code is the
/// contract; clients decide by it and never by a text.
package struct ProblemKind: Hashable, Sendable {
    /// Lower-case words joined by hyphens, the same for ever.
    package let code: String
    package let status: HTTPResponse.Status
    package let title: Bilingual

    package init(_ code: String, _ status: HTTPResponse.Status, _ title: Bilingual) {
        self.code = code
        self.status = status
        self.title = title
    }

    /// RFC 9457's `type`: a name, not an address, because a daemon in an office has no public
    /// page to point at.
    package var type: String { "urn:pumasi:problem:\(code)" }
}
