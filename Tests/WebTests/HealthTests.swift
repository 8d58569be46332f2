import HummingbirdTesting
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite struct HealthTests {
    @Test func `ready means every check is fine`() async throws {
        let fault = Mutex<String?>(nil)
        let health = Health(
            live: [.init("loop") { nil }],
            ready: [.init("database") { fault.withLock { $0 } }, .init("disk") { nil }])
        let interface = Interface(health: health)
        let fine = try await interface.ask(.get, "/readyz")
        #expect(fine.status == .ok)
        #expect(fine.text == #"{"status":"ok"}"#)
        fault.withLock { $0 = "cannot connect" }
        let failing = try await interface.ask(.get, "/readyz?verbose")
        #expect(failing.status == .serviceUnavailable)
        #expect(
            failing.text == """
                {"status":"failing","checks":[\
                {"name":"draining","status":"ok","fault":null},\
                {"name":"database","status":"failing","fault":"cannot connect"},\
                {"name":"disk","status":"ok","fault":null}]}
                """)
        #expect(try await interface.ask(.get, "/livez").status == .ok)
    }

    @Test func `a check that hangs holds up no probe and is not begun a second time`()
        async throws
    {
        let begun = Mutex(0)
        let (gate, opener) = AsyncStream.makeStream(of: Void.self)
        let health = Health(
            ready: [
                .init("database") {
                    begun.withLock { $0 += 1 }
                    for await _ in gate {}
                    return nil
                }, .init("disk") { nil },
            ], checkMsMax: 200)
        let interface = Interface(health: health)
        for _ in 0..<2 {
            let answer = try await interface.ask(.get, "/readyz?verbose")
            #expect(answer.status == .serviceUnavailable)
            #expect(
                answer.text.contains(
                    #""name":"database","status":"failing","fault":"no answer within 200 ms""#))
            #expect(answer.text.contains(#""name":"disk","status":"ok""#))
        }
        #expect(begun.withLock { $0 } == 1)
        opener.finish()
        while try await interface.ask(.get, "/readyz").status != .ok {}
    }

    @Test func `draining is not ready and ends connections`() async throws {
        let health = Health()
        let interface = Interface(health: health)
        health.drain()
        let answer = try await interface.ask(.get, "/readyz")
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.connection] == "close")
        #expect(try await interface.ask(.get, "/livez").status == .ok)
    }

    @Test func `an unknown parameter is refused`() async throws {
        let answer = try await Interface().ask(.get, "/readyz?verbos")
        #expect(answer.status == .badRequest)
        #expect(try answer.code == "invalid-parameter")
    }
}
