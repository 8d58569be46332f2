/// 협약 자료. Something that proves or shows an agreement: where it is and its hash, never its bytes.
package struct DocumentDraft: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 협약서, 사진, 보도자료.
        case text, photo, notice, other
    }

    package var kind: Kind
    package var title: Bilingual
    package var link: String?
    /// SHA-256 of its bytes.
    package var sha256: [UInt8]?
    /// 제공. Whose it is.
    package var credit: String?

    package init(
        kind: Kind, title: Bilingual, link: String? = nil, sha256: [UInt8]? = nil,
        credit: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.link = link
        self.sha256 = sha256
        self.credit = credit
    }

    /// What an entry says of it.
    package var members: [String: CanonicalValue?] {
        [
            "credit": .text(credit), "document_kind": .string(kind.rawValue), "link": .text(link),
            "sha256": .text(sha256.map(Hexadecimal.text)), "title": .bilingual(title),
        ]
    }

    /// What a request asks for that adds it to an agreement on record.
    package func canonical(of agreement: Identifier) -> CanonicalValue {
        .members(["agreement": .id(agreement), "document": .members(members)])
    }
}

extension DocumentDraft.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .text: Bilingual("협약서", "the agreement")
        case .photo: Bilingual("사진", "a photograph")
        case .notice: Bilingual("보도자료", "a press release")
        case .other: Bilingual("그 밖", "other")
        }
    }
}
