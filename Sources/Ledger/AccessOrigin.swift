package import Hometown

/// 접속 경로. Who acts, from where and by what: what rows of an export and of its like share.
package struct AccessOrigin: Hashable, Sendable {
    package let author: Identifier
    /// `nil` on the machine itself.
    package let address: String?
    /// What was asked for.
    package let scope: String

    package init(author: Identifier, address: String?, scope: String) {
        self.author = author
        self.address = address
        self.scope = scope
    }
}
