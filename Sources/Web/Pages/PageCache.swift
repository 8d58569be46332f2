import Ledger
import Synchronization
import Transparency

/// 그려 둔 화면. Pages that were drawn while the book stood as it stands: the first page reads a
/// dozen tables, and a thousand readers a minute need them read once.
final class PageCache: Sendable {
    /// Beyond it all are forgotten: addresses that nobody asks twice must not fill the memory.
    static let pagesMax = 256

    struct Page: Sendable {
        let bytes: [UInt8]
        /// Strong, in quotes (RFC 9110, 8.8.3).
        let tag: String

        init(_ text: String) {
            bytes = Array(text.utf8)
            tag = "\"\(Hash256.of(bytes).description.prefix(32))\""
        }
    }

    private let pages = Mutex<[String: (state: BookState, page: Page)]>([:])

    /// - Parameter address: what decides how the page reads besides the state of the book.
    func page(
        at address: String, in state: BookState, _ draw: () async throws -> String
    ) async throws -> Page {
        if let known = pages.withLock({ $0[address] }), known.state == state { return known.page }
        let page = Page(try await draw())
        pages.withLock { pages in
            if pages.count >= PageCache.pagesMax { pages.removeAll() }
            pages[address] = (state, page)
        }
        return page
    }
}
