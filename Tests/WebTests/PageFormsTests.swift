import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// Who may send which form.
struct PageFormsTests {
    private static let forms: [String: Set<Role>] = {
        let rows: [(Set<Role>, [String])] = [
            (
                [.clerk, .manager],
                [
                    "/donations/new", "/donations/hints", "/donations/{id}/undo",
                    "/donations/{id}/correct", "/donations/export", "/exchanges/new",
                    "/exchanges/{id}/legs", "/exchanges/{id}/links", "/imports/new",
                    "/imports/new/{id}", "/imports/new/{id}/preview", "/imports/{id}/undo",
                    "/agreements/new", "/people/new", "/people/{id}/office",
                    "/people/{id}/offices/{office}/end",
                ]
            ),
            (
                [.coordinator, .manager],
                [
                    "/relays/new", "/relays/{id}/record",
                    "/relays/{id}/participations/{pid}/nominate", "/relays/{id}/nominations/{nid}",
                    "/relays/{id}/claims/{cid}",
                ]
            ),
            ([.auditor, .manager], ["/audit/verifications", "/audit/bundle"]),
            (
                [.manager],
                [
                    "/governments/{code}/bar", "/governments/{code}/bars/{bar}/end",
                    "/periods/close", "/periods/{id}/reopen",
                    "/periods/{id}/allow", "/approvals/{id}/decide", "/reports/{id}/send",
                ]
            ),
            (
                [.manager, .operator],
                ["run", "pause", "resume", "backfill"].map { "/schedules/{name}/\($0)" }
            ),
            (
                [.operator],
                ["change", "access", "link", "second-factor", "sign-out", "unlock"].map {
                    "/admin/users/{id}/\($0)"
                }
                    + [
                        "/admin/users/new", "/settings/receivers/new",
                        "/settings/receivers/{name}/switch", "/settings/receivers/{name}/secret",
                        "/settings/deliveries/{id}/send",
                    ]
            ),
            (
                Set(Role.allCases),
                [
                    "/logout", "/me", "/me/session", "/me/password", "/me/sessions", "/tokens/new",
                    "/tokens/{id}/end", "/me/second-factor", "/me/second-factor/app",
                    "/me/second-factor/recovery-codes", "/me/second-factor/off",
                ]
            ),
        ]
        return Dictionary(
            uniqueKeysWithValues: rows.flatMap { roles, paths in paths.map { ($0, roles) } })
    }()

    @Test
    func `each form is taken from the roles of its row, with its token, and from nobody else`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let donation = try #require(try await web.test.ledger.donations(rowsMax: 1).first?.id)
            for route in web.interface.parts.table.routes
            where route.method == .post && route.language != nil {
                // Who is not signed in has forms of his own: SignInTests.
                guard case .viewers = route.access else { continue }
                let roles = try #require(PageFormsTests.forms[route.formPath], "\(route.path)")
                let path = route.path.replacing(/\{[a-z]+\}/, with: donation.description)
                for role in Role.allCases {
                    let cookie = try await web.signIn(role)
                    let hash = try #require(web.interface.parts.sessions.cookie.session(in: cookie))
                    let key = FormKey(web.test.ledger.secret.formKey(of: hash))
                    func send(_ token: String, _ site: String) async throws -> TestResponse {
                        try await web.interface.ask(
                            .post, path,
                            headers: [
                                .cookie: cookie, .secFetchSite: site, .accept: "text/html",
                                .contentType: Endpoint.formType,
                            ], body: "csrf=\(token)&key=\(role)-\(route.formPath.count)")
                    }
                    let forged = try await send(key.token(for: "/elsewhere"), "same-origin")
                    #expect(forged.status == .forbidden, "\(path) as \(role) with another token")
                    let foreign = try await send(key.token(for: route.formPath), "cross-site")
                    #expect(foreign.status == .forbidden, "\(path) as \(role) from elsewhere")
                    let sent = try await send(key.token(for: route.formPath), "same-origin")
                    #expect(
                        (sent.status != .forbidden) == roles.contains(role),
                        "\(path) as \(role): \(sent.status)")
                }
                let guest = try await web.interface.ask(
                    .post, path,
                    headers: [.secFetchSite: "same-origin", .contentType: Endpoint.formType],
                    body: "csrf=0")
                #expect([.forbidden, .unauthorized].contains(guest.status), "\(path) as a guest")
            }
        }
    }
}
