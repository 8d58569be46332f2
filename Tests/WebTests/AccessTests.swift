import HummingbirdTesting
import HTTPTypes
import Hometown
import Synchronization
import Testing

@testable import Web

/// Who may do what: every role against every route.
@Suite struct AccessTests {
    private let interface = Interface()

    @Test(arguments: Role.allCases)
    func `each role is admitted where the table says and nowhere else`(role: Role) async throws {
        for route in interface.parts.table.routes {
            let uri = route.path.replacing("{id}", with: "1")
            let answer = try await interface.ask(
                route.method, uri, as: role,
                headers: [.contentType: "application/json", .idempotencyKey: "k"], body: "{}")
            #expect((answer.status == .forbidden) == !route.access.admits(role))
            if answer.status == .forbidden { #expect(try answer.code == "forbidden") }
        }
    }

    @Test func `nobody passes without a token`() async throws {
        for route in interface.parts.table.routes where !route.access.admitsGuests {
            let answer = try await interface.ask(
                route.method, route.path.replacing("{id}", with: "1"))
            #expect(answer.status == .unauthorized)
            #expect(try answer.code == "authentication-required")
            #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"pumasi\"")
        }
        #expect(interface.lookups.count.withLock { $0 } == 0)
    }

    @Test(arguments: [
        "Basic abc", "Bearer", "Bearer x", "Bearer pmt_",
        "pmt_" + String(repeating: "0", count: 64),
        "Bearer pmt_" + String(repeating: "g", count: 64),
        "Bearer pmt_" + String(repeating: "f", count: 64),
    ])
    func `an unknown token is 401`(header: String) async throws {
        let answer = try await interface.ask(
            .get, "/things/1", headers: [.authorization: header])
        #expect(answer.status == .unauthorized)
        #expect(try answer.code == "token-unknown")
    }

    @Test func `nothing is read of somebody who may not ask`() async throws {
        let answer = try await interface.ask(
            .post, "/things", as: .auditor, headers: [.contentType: "text/plain"], body: "?")
        #expect(answer.status == .forbidden)
    }

    @Test func `a token is asked for once in five seconds and then again`() async throws {
        let now = Mutex<UInt64>(0)
        let asked = Mutex(0)
        let known = Mutex(true)
        let authenticator = Authenticator(uptime: Uptime { now.withLock { $0 } }) { _ in
            asked.withLock { $0 += 1 }
            guard known.withLock({ $0 }) else { return nil }
            return Principal(Interface.author, role: .clerk)
        }
        let header = "bearer \(Interface.token(.clerk).text)"
        for _ in 0..<3 { _ = try await authenticator.principal(for: header) }
        #expect(asked.withLock { $0 } == 1)
        known.withLock { $0 = false }
        now.withLock { $0 = 4_999_000_000 }
        _ = try await authenticator.principal(for: header)
        now.withLock { $0 = 5_000_000_000 }
        await #expect(throws: Problem.self) {
            _ = try await authenticator.principal(for: header)
        }
        #expect(asked.withLock { $0 } == 2)
    }

    @Test func `a crowd under one token asks once, and once more after a failure`() async throws {
        let asked = Mutex(0)
        let isHeld = Mutex(true)
        let isAway = Mutex(true)
        let authenticator = Authenticator(uptime: Uptime { 0 }) { _ in
            asked.withLock { $0 += 1 }
            while isHeld.withLock({ $0 }) { await Task.yield() }
            guard !isAway.withLock({ $0 }) else { throw CancellationError() }
            return Principal(Interface.author, role: .clerk)
        }
        let header = "Bearer \(Interface.token(.clerk).text)"
        /// How many of a hundred are told who they are, after one of them asked.
        func crowd() async -> Int {
            isHeld.withLock { $0 = true }
            let before = asked.withLock { $0 }
            return await withTaskGroup { group in
                for _ in 0..<100 {
                    group.addTask { (try? await authenticator.principal(for: header)) != nil }
                }
                while asked.withLock({ $0 }) == before { await Task.yield() }
                isHeld.withLock { $0 = false }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
        }
        #expect(await crowd() == 0)
        let before = asked.withLock { $0 }
        isAway.withLock { $0 = false }
        #expect(await crowd() == 100)
        #expect(asked.withLock { $0 } == before + 1)
    }

    @Test func `a token is 256 bits behind a prefix and its hash is SHA-256`() throws {
        let token = BearerToken(secret: Array(0..<32))
        #expect(
            token.text
                == "pmt_000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(BearerToken(token.text)?.hash == token.hash)
        // printf %s "$token" | sha256sum
        #expect(
            Hexadecimal.text(token.hash.bytes)
                == "5135b24a9388ae3f8b14bc7a876c8b57dd5d3274a141829ec685995269381ee2")
    }
}
