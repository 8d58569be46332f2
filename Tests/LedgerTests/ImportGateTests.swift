import Testing

@testable import Ledger

@Suite struct ImportGateTests {
    @Test func `one list too many is sent away, and finds a place later`() async throws {
        let gate = ImportGate()
        // One may always go, even through the smallest of pools.
        try await gate.run(atMost: 0) {
            await #expect(throws: LedgerFailure.overloaded) { try await gate.run(atMost: 1) {} }
            try await gate.run(atMost: 2) {}
        }
        try await gate.run(atMost: 1) {}
    }
}
