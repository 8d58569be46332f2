import Summaries
import Transparency

/// A file that pages fetch. Its address changes with its bytes, so that a browser may keep it for
/// ever; `SummaryStylesheet` has a fixed one, because filed summaries name it.
package struct Asset: Sendable {
    package let path: String
    package let mediaType: String
    package let bytes: [UInt8]
    /// Strong, in quotes (RFC 9110, 8.8.3).
    package let etag: String
    /// Whether the address names these bytes and no others.
    package let isImmutable: Bool

    private init(_ path: (_ hash: String) -> String, css bytes: [UInt8], isImmutable: Bool) {
        let hash = Hash256.of(bytes).description
        self.path = path(String(hash.prefix(12)))
        mediaType = "text/css; charset=utf-8"
        self.bytes = bytes
        etag = "\"\(hash.prefix(32))\""
        self.isImmutable = isImmutable
    }

    /// How pages look.
    package static let stylesheet = Asset(
        { "/assets/pumasi.\($0).css" }, css: PackageResources.pumasi_css, isImmutable: true)

    package static let all = [
        stylesheet,
        Asset(
            { _ in SummaryStylesheet.path }, css: Array(SummaryStylesheet.text.utf8),
            isImmutable: false),
    ]
}
