import Hometown
import Ledger
import Synchronization
import Testing

@testable import Web

@Suite struct ImportDeskTests {
    private static func id(_ number: UInt64) -> Identifier { Identifier(high: 2, low: number) }

    @Test func `a recording begins once, tells how far it is, and is waited for`() async {
        let desk = ImportDesk()
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let begun = Mutex(0)
        for _ in 0..<2 {
            await desk.begin(Self.id(1)) { _ in
                begun.withLock { $0 += 1 }
                for await _ in gate { break }
                return .keyReused
            }
        }
        await desk.note(
            ImportProgress(rows: 7, bytesRead: 1, bytesMax: 2, refused: 0), of: Self.id(1))
        if case .running(let progress) = await desk.job(Self.id(1)) {
            #expect(progress?.rows == 7)
        } else {
            Issue.record("it is not running")
        }
        opener.finish()
        await desk.wait(for: Self.id(1), ms: 60_000)
        guard case .ended(.keyReused) = await desk.job(Self.id(1)) else {
            Issue.record("it has not ended")
            return
        }
        #expect(begun.withLock { $0 } == 1)
        await desk.forget(Self.id(1))
        #expect(await desk.job(Self.id(1)) == nil)
    }
}
