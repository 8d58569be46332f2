package import Hometown

/// 작성자. Who writes: the owner of a token, an account of the operating system, the daemon, or a
/// user of the console.
package struct Author: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case token, account, daemon, user
    }

    package let id: Identifier
    package let kind: Kind
    package let name: String

    package init(id: Identifier, kind: Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}
