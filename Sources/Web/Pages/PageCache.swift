import Ledger
import Synchronization
import Transparency

/// 그려 둔 화면. Pages and files that were made while the book stood as it stands: the first page
/// reads a dozen tables and a file thousands of rows, and a thousand readers a minute need them
/// read once.
final class PageCache: Sendable {
    /// Beyond it all are forgotten: addresses that nobody asks twice must not fill the memory.
    static let pagesMax = 256
    /// Beyond it, too: a page has some kilobytes, and a file may have megabytes.
    static let bytesMax = 32 << 20

    struct Page: Sendable {
        let bytes: [UInt8]
        /// Strong, in quotes (RFC 9110, 8.8.3).
        let tag: String

        init(_ text: String) {
            self.init(Array(text.utf8))
        }

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            tag = "\"\(Hash256.of(bytes).description.prefix(32))\""
        }
    }

    private struct Kept {
        private(set) var pages: [String: (state: BookState, page: Page)] = [:]
        private var bytesCount = 0

        mutating func keep(_ page: Page, at address: String, in state: BookState) {
            bytesCount -= pages.removeValue(forKey: address)?.page.bytes.count ?? 0
            guard page.bytes.count <= PageCache.bytesMax else { return }
            bytesCount += page.bytes.count
            if pages.count >= PageCache.pagesMax || bytesCount > PageCache.bytesMax {
                pages.removeAll()
                bytesCount = page.bytes.count
            }
            pages[address] = (state, page)
        }
    }

    private let kept = Mutex(Kept())

    /// - Parameter address: what decides how the page reads besides the state of the book.
    func page(
        at address: String, in state: BookState, _ make: () async throws -> [UInt8]
    ) async throws -> Page {
        let known = kept.withLock { $0.pages[address] }
        if let known, known.state == state { return known.page }
        let page = Page(try await make())
        kept.withLock { $0.keep(page, at: address, in: state) }
        return page
    }
}
