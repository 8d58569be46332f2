package import Hometown

/// 작성자. Who writes: the owner of a token, an account of the operating system, or the daemon.
package struct Author: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case token, account, daemon
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
