package import Hometown
package import Ledger

/// 역할. What somebody may do here; one person, one role, one account.
package enum Role: String, Sendable, CaseIterable, Vocabulary {
    case clerk, coordinator, manager, auditor, `operator`

    package var title: Bilingual {
        switch self {
        case .clerk: Bilingual("담당자", "clerk")
        case .coordinator: Bilingual("코디네이터", "coordinator")
        case .manager: Bilingual("관리자", "manager")
        case .auditor: Bilingual("감사", "auditor")
        case .operator: Bilingual("운영", "operator")
        }
    }
}

/// 행위자. Who asks: whom a token belongs to or who is signed in, never a donor.
package struct Principal: Hashable, Sendable {
    /// Under whom what is done is written down.
    package let author: Author
    package let role: Role

    package var id: Identifier { author.id }
    package var name: String { author.name }

    package init(_ author: Author, role: Role) {
        self.author = author
        self.role = role
    }
}
