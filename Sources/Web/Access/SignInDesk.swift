import HTTPTypes
import Hometown
import HummingbirdCore
package import Ledger
import Logging

/// 로그인 창구. What the pages of signing in share: cookies, addresses and the life of a session.
package struct SignInDesk: Sendable {
    package let ledger: Ledger
    package let sessions: Sessions
    package let life: SessionLife
    package let provenance: Provenance
    private let accesses: AccessBook

    package init(
        ledger: Ledger, sessions: Sessions, life: SessionLife, provenance: Provenance,
        accesses: AccessBook
    ) {
        self.ledger = ledger
        self.sessions = sessions
        self.life = life
        self.provenance = provenance
        self.accesses = accesses
    }

    /// Writes down who came, went or was kept out.
    func note(
        _ action: Access.Action, _ account: Identifier?, _ request: HummingbirdCore.Request,
        _ context: WebContext
    ) throws {
        try accesses.add([
            Access(action, author: account, address: address(of: request, context))
        ])
    }

    /// Writes down who did not get in, a locked address once a minute.
    func note(
        _ outcome: SignIn, _ request: HummingbirdCore.Request, _ context: WebContext
    ) throws {
        switch outcome {
        case .right, .halfway: break
        case .wrong: try note(.signInRefused, nil, request, context)
        case .wrongCode(let account): try note(.signInRefused, account, request, context)
        case .locked:
            let address = address(of: request, context)
            guard try accesses.lockOut(from: address) else { return }
            context.logger.notice("sign-in locked", metadata: ["address": "\(address ?? "-")"])
        }
    }

    /// What a form for guests is bound to, with the cookie of a visit that begins with it.
    func formKey(for context: WebContext) -> (FormKey, HTTPFields) {
        if let known = context.formKey { return (known, [:]) }
        let id = Randomness.system.bytes(SessionCookie.idBytes)
        return (sessions.guestKey(of: id), [.setCookie: sessions.cookie.giving(guest: id)])
    }

    /// Lets the browser of somebody whose password was right send the code: with an id of its own,
    /// which opens nothing else.
    /// - Returns: the header fields that give it to the browser.
    func hold(_ account: RecordedAccount) async throws -> HTTPFields {
        let id = Randomness.system.bytes(SessionCookie.idBytes)
        try await ledger.holdSignIn(SessionCookie.hash(of: id), of: account.id)
        return [
            .setCookie: sessions.cookie.giving(pending: id, seconds: Ledger.pendingSeconds)
        ]
    }

    /// Begins a session with a new id, never with one that was there before.
    /// - Returns: the header fields that give it to the browser.
    func begin(
        _ account: RecordedAccount, _ request: HummingbirdCore.Request, _ context: WebContext
    ) async throws -> HTTPFields {
        if let viewer = context.viewer {
            let ended = try await ledger.endSessions(of: viewer.id, only: viewer.session)
            sessions.forget(ended)
        }
        let id = Randomness.system.bytes(SessionCookie.idBytes)
        try await ledger.beginSession(
            SessionCookie.hash(of: id), of: account.id, life: life,
            address: address(of: request, context), agent: request.headers[.userAgent])
        try note(.signedIn, account.id, request, context)
        return [.setCookie: sessions.cookie.giving(id)]
    }

    func address(of request: HummingbirdCore.Request, _ context: WebContext) -> String? {
        provenance.address(of: request, context)
    }

    /// A password goes through no wire in the clear: without HTTPS only from the machine itself.
    func checkTransport(_ context: WebContext) throws(Problem) {
        guard
            sessions.cookie.isSecure || ConnectionCensus.address(of: context.channel) == nil
        else {
            throw Problem(
                .forbidden,
                Bilingual(
                    "HTTPS로만 로그인할 수 있습니다. 운영자가 HTTPS 프록시를 두고 http.behindTls를 켜야 합니다.",
                    "Signing in takes HTTPS: the operator puts a proxy before this and sets "
                        + "http.behindTls."))
        }
    }
}
