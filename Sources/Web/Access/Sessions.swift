package import Hometown
package import Ledger
import Synchronization
package import Transparency

/// 세션 창구. Who a session's cookie belongs to, asked of the ledger and remembered for a moment:
/// the time an ended session still reads pages in another daemon than the one that ended it.
package final class Sessions: Sendable {
    package typealias Lookup =
        @Sendable (_ session: Hash256, _ isActivity: Bool) async throws -> SessionHolder?

    /// Disabling an account must bite within five seconds.
    package static let rememberedMs: UInt64 = 5_000
    /// One for each person at work; beyond it all are forgotten and asked again.
    package static let rememberedMax = 1_024

    private struct Entry {
        let viewer: Viewer
        /// What does not count as activity must not hide what does.
        let wasActivity: Bool
        let until: UInt64
    }

    package let cookie: SessionCookie
    private let uptime: Uptime
    private let formKey: @Sendable (Hash256) -> FormKey
    /// Whoever has one of these roles needs a second factor.
    private let secondFactorRoles: Set<Role>
    private let lookup: Lookup
    private let remembered = Mutex<[Hash256: Entry]>([:])

    /// - Parameters:
    ///   - formKey: of a session, or of a guest's visit.
    ///   - secondFactorRoles: that may do nothing before their second factor is on.
    ///   - lookup: whose session it is, while it holds.
    package init(
        cookie: SessionCookie, uptime: Uptime, formKey: @escaping @Sendable (Hash256) -> FormKey,
        secondFactorRoles: Set<Role> = [], lookup: @escaping Lookup
    ) {
        self.cookie = cookie
        self.uptime = uptime
        self.formKey = formKey
        self.secondFactorRoles = secondFactorRoles
        self.lookup = lookup
    }

    /// Where nobody can sign in.
    static func none(_ uptime: Uptime) -> Sessions {
        Sessions(
            cookie: SessionCookie(isSecure: true), uptime: uptime, formKey: { FormKey($0) },
            lookup: { _, _ in nil })
    }

    /// Over the sessions of a ledger.
    package convenience init(
        _ ledger: Ledger, life: SessionLife, cookie: SessionCookie, uptime: Uptime,
        secondFactorRoles: Set<Role> = []
    ) {
        self.init(
            cookie: cookie, uptime: uptime,
            formKey: { FormKey(ledger.secret.formKey(of: $0)) },
            secondFactorRoles: secondFactorRoles,
            lookup: { try await ledger.session($0, life: life, isActivity: $1) })
    }

    /// - Parameters:
    ///   - header: the value of `Cookie`, when there is one.
    ///   - isActivity: whether somebody did something; a page that asks by itself did not.
    /// - Returns: `nil` for a guest.
    /// - Throws: what the look-up throws.
    package func viewer(for header: String?, isActivity: Bool = true) async throws -> Viewer? {
        guard let hash = cookie.session(in: header) else { return nil }
        let now = uptime.milliseconds
        if let entry = remembered.withLock({ $0[hash] }), now < entry.until,
            entry.wasActivity || !isActivity
        {
            return entry.viewer
        }
        guard let holder = try await lookup(hash, isActivity),
            var viewer = Viewer(holder, session: hash, formKey: formKey(hash))
        else {
            forget([hash])
            return nil
        }
        viewer.owesSecondFactor =
            secondFactorRoles.contains(viewer.role) && !holder.account.hasSecondFactor
        let known = viewer
        remembered.withLock { entries in
            if entries.count >= Sessions.rememberedMax { entries.removeAll() }
            entries[hash] = Entry(
                viewer: known, wasActivity: isActivity, until: now + Sessions.rememberedMs)
        }
        return known
    }

    /// What is known of these sessions is asked anew: they ended, or their account changed.
    package func forget(_ hashes: [Hash256]) {
        remembered.withLock { entries in
            for hash in hashes { entries[hash] = nil }
        }
    }

    /// Whatever is known of an account's sessions is asked anew.
    package func forget(account: Identifier) {
        remembered.withLock { entries in
            entries = entries.filter { $0.value.viewer.id != account }
        }
    }

    /// What the forms of a guest's visit are bound to.
    /// - Returns: `nil` without the cookie of a visit.
    package func guestKey(for header: String?) -> FormKey? {
        cookie.guest(in: header).map(formKey)
    }

    package func guestKey(of id: [UInt8]) -> FormKey {
        formKey(SessionCookie.hash(of: id))
    }
}
