import Hometown
package import Transparency

/// 양식 열쇠. Makes the token that each form of a session carries, and knows it again: another site
/// can make a browser send a form of ours, and cannot read what one holds.
package struct FormKey: Hashable, Sendable {
    /// The field of a form that carries the token.
    package static let field = "csrf"

    private let key: Hash256

    package init(_ key: Hash256) {
        self.key = key
    }

    /// The token of the form that is sent to `path`.
    /// - Parameter path: of the route, as its table has it: `/donations/{id}/correct`.
    package func token(for path: String) -> String {
        KeyedHash(key: key.bytes).of(Array(path.utf8)).description
    }

    /// Whether `token` is the one of the form that is sent to `path`; as slow for a wrong one.
    package func accepts(_ token: String?, for path: String) -> Bool {
        let wanted = Array(self.token(for: path).utf8)
        return wanted.matchesInConstantTime(Array((token ?? "").utf8))
    }
}

extension PostedForm {
    /// The field that holds the caller's id of a form that records something, hidden in it: sent
    /// twice, it is recorded once.
    package static let key = "key"

    /// What a field says; blanks say nothing.
    package func text(_ name: String) -> String? {
        self[name].flatMap { $0.tidied.isEmpty ? nil : $0 }
    }
}
