import Interchange
import Summaries
import Transparency

/// A file that pages fetch. Its address changes with its bytes, so that a browser may keep it for
/// ever; `SummaryStylesheet` has a fixed one, because summaries that were filed long ago name it.
package struct Asset: Sendable {
    package let path: String
    package let mediaType: String
    package let bytes: [UInt8]
    /// Strong, in quotes (RFC 9110, 8.8.3).
    package let etag: String
    /// The same as a gzip file, packed once; `nil` where that is no smaller.
    package let packed: [UInt8]?
    /// Of `packed`: a strong tag names bytes, not what they mean.
    package let packedTag: String
    /// Whether the address names these bytes and no others.
    package let isImmutable: Bool
    /// As the OpenAPI document calls it.
    let operation: String

    private init(
        _ operation: String, _ path: (_ hash: String) -> String, _ mediaType: String,
        _ bytes: [UInt8], isImmutable: Bool
    ) {
        self.operation = operation
        let hash = Hash256.of(bytes).description
        self.path = path(String(hash.prefix(12)))
        self.mediaType = mediaType
        self.bytes = bytes
        etag = "\"\(hash.prefix(32))\""
        let packed = GzipFile(of: bytes).bytes
        self.packed = packed.count < bytes.count ? packed : nil
        packedTag = "\"\(hash.prefix(32))-gzip\""
        self.isImmutable = isImmutable
    }

    /// How pages look, without the comments and the blanks that are for us.
    package static let stylesheet = Asset(
        "stylesheet", { "/assets/pumasi.\($0).css" }, css,
        StylesheetText(PackageResources.pumasi_css + PackageResources.entry_css).bytes,
        isImmutable: true)

    /// The sign in the browser's tab.
    package static let sign = Asset(
        "sign", { "/assets/pumasi.\($0).svg" }, "image/svg+xml", PackageResources.pumasi_svg,
        isImmutable: true)

    /// What makes forms quick and pages lively: each a module that stands alone, none of them
    /// needed.
    enum Module: String, CaseIterable {
        case completion, entry, draft, shortcuts, live, matrix, session, verify

        /// `assetLive` of `live.js`.
        fileprivate var operation: String {
            "asset" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }

        fileprivate var bytes: [UInt8] {
            switch self {
            case .completion: PackageResources.completion_js
            case .entry: PackageResources.entry_js
            case .draft: PackageResources.draft_js
            case .shortcuts: PackageResources.shortcuts_js
            case .live: PackageResources.live_js
            case .matrix: PackageResources.matrix_js
            case .session: PackageResources.session_js
            case .verify: PackageResources.verify_js
            }
        }
    }

    private static let modules = Dictionary(
        uniqueKeysWithValues: Module.allCases.map { module in
            (
                module,
                Asset(
                    module.operation, { "/assets/\(module.rawValue).\($0).js" },
                    "text/javascript; charset=utf-8", ScriptText(module.bytes).bytes,
                    isImmutable: true)
            )
        })

    /// Where pages load modules from.
    static func paths(of modules: [Module]) -> [String] {
        modules.compactMap { Asset.modules[$0]?.path }
    }

    package static let all =
        [
            stylesheet, sign,
        ] + Module.allCases.compactMap { modules[$0] } + [
            Asset(
                "summaryStylesheet", { _ in SummaryStylesheet.path }, css,
                Array(SummaryStylesheet.text.utf8), isImmutable: false)
        ]

    private static let css = "text/css; charset=utf-8"
}
