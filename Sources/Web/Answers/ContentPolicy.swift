import Summaries
import Transparency

/// 내용 보안 정책. What a browser may fetch and do for an answer (Content Security Policy, level 3).
enum ContentPolicy {
    /// Our own files and nothing else: no inline script, no inline style.
    static let page =
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

    /// For a picture that somebody opens by itself.
    static let picture = page + "; sandbox"

    /// A filed report has its stylesheet inside: that very one, by its hash, and no other.
    static func report(_ file: [UInt8]) -> String {
        guard let stylesheet = SummaryStylesheet.held(by: file) else { return page }
        return page + "; style-src 'sha256-\(Base64.text(Hash256.of(stylesheet).bytes))'"
    }
}
