extension SourceDraft {
    /// What the entry of the source says, which is all there is to it.
    package var members: [String: CanonicalValue] {
        let all: [String: CanonicalValue?] = [
            "headline": .text(headline), "language": .string(language.rawValue),
            "link": .text(link), "outlet": .string(outlet),
            "published_at": .text(publishedAt?.text),
            "sha256": .text(sha256.map { Hexadecimal.text($0) }),
        ]
        return all.compactMapValues { $0 }
    }
}
