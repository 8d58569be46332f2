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

extension Author.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .token: Bilingual("토큰", "token")
        case .account: Bilingual("명령줄", "command line")
        case .daemon: Bilingual("서버", "daemon")
        case .user: Bilingual("사용자", "user")
        }
    }
}
