package import HTTPTypes
import Hometown
package import Transparency

/// 세션 쿠키. The id of a session as the browser keeps it: 256 random bits in hexadecimal, of which
/// only the hash is stored.
///
/// Over HTTPS it is `__Host-pumasi`, which no other host and no plain connection can set (RFC
/// 6265bis, 4.1.3.2). Browsers refuse that prefix on plain HTTP, the machine itself included, so
/// that there the cookie goes without it.
package struct SessionCookie: Sendable {
    package static let idBytes = 32

    /// Whether browsers reach us by HTTPS.
    package let isSecure: Bool

    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    package var name: String { isSecure ? "__Host-pumasi" : "pumasi" }
    /// Of the visit of somebody not signed in: what the form of signing in is bound to.
    package var guestName: String { isSecure ? "__Host-pumasi-guest" : "pumasi-guest" }
    /// Of a sign-in whose password was right and whose code is still to come.
    package var pendingName: String { isSecure ? "__Host-pumasi-pending" : "pumasi-pending" }

    /// - Parameter header: the value of `Cookie`, when there is one.
    package func session(in header: String?) -> Hash256? { hash(named: name, in: header) }

    package func guest(in header: String?) -> Hash256? { hash(named: guestName, in: header) }

    package func pending(in header: String?) -> Hash256? { hash(named: pendingName, in: header) }

    /// The value of `Set-Cookie` that gives the browser its id.
    package func giving(_ id: [UInt8]) -> String {
        cookie(name, Hexadecimal.text(id))
    }

    package func giving(guest id: [UInt8]) -> String {
        cookie(guestName, Hexadecimal.text(id))
    }

    /// - Parameter seconds: how long it may take.
    package func giving(pending id: [UInt8], seconds: Int32) -> String {
        cookie(pendingName, Hexadecimal.text(id)) + "; Max-Age=\(seconds)"
    }

    /// The value of `Set-Cookie` that takes it back.
    package var taking: String { cookie(name, "") + "; Max-Age=0" }

    package var takingPending: String { cookie(pendingName, "") + "; Max-Age=0" }

    package static func hash(of id: [UInt8]) -> Hash256 {
        Hash256.of(id)
    }

    private func cookie(_ name: String, _ value: String) -> String {
        "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// A cookie that stands twice is none: somebody below this host may have planted one.
    private func hash(named name: String, in header: String?) -> Hash256? {
        guard let header else { return nil }
        var found: [Substring] = []
        for pair in header.split(separator: ";") {
            let sides = pair.drop { $0 == " " }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if sides.count == 2, sides[0] == name { found.append(sides[1]) }
        }
        guard found.count == 1, found[0].utf8.count == 2 * SessionCookie.idBytes,
            let id = Hexadecimal.bytes(String(found[0]))
        else { return nil }
        return SessionCookie.hash(of: id)
    }
}

extension HTTPField.Name {
    /// Literals that are tokens of RFC 9110, so that the initialiser cannot fail.
    package static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    package static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
