import HTTPTypes
import Hometown
import Hummingbird
package import HummingbirdCore
import NIOCore

/// 출처. Where a request was made: whether it came from a page of ours (OWASP ASVS 5.0, 3.5), and
/// from which address.
package struct Provenance: Sendable {
    /// The HTTPS proxies before us, whose word about the caller's address counts.
    private let proxies: Set<String>

    package init(proxies: Set<String> = []) {
        self.proxies = proxies
    }

    /// A browser says by itself what page sent a form; what says nothing is no browser.
    /// - Throws: `Problem` 403 for a request of another site, or one that says nothing.
    static func check(_ request: Request) throws(Problem) {
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw foreign }
            return
        }
        guard let origin = request.headers[.origin], let authority = request.head.authority,
            origin == "https://\(authority)" || origin == "http://\(authority)"
        else { throw foreign }
    }

    /// The caller's address; behind a proxy what it says of it, the last part of which is its own.
    package func address(of request: Request, _ context: WebContext) -> String? {
        guard let peer = context.peer else { return nil }
        guard proxies.contains(peer),
            let last = request.headers[.forwardedFor]?.split(separator: ",").last
        else { return peer }
        let text = last.filter { $0 != " " }
        return text.isEmpty || text.utf8.count > 64 ? peer : String(text)
    }

    static let foreign = Problem(
        .forgedForm,
        Bilingual(
            "이 사이트의 화면에서 보낸 것이 아닙니다. 기록하지 않았습니다. 화면을 새로 열어 다시 하십시오.",
            "This was not sent from a page of this site. Nothing was recorded. Open the page anew "
                + "and repeat it."))
}
