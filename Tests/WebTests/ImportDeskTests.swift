import Hometown
import Interchange
import Ledger
import Synchronization
import Testing

@testable import Web

@Suite struct ImportDeskTests {
    private static let owner = Identifier(high: 1, low: 1)

    private static func id(_ number: UInt64) -> Identifier { Identifier(high: 2, low: number) }

    private static func draft(_ bytes: [UInt8]) -> ImportDraft {
        ImportDraft(source: MemoryBytes(bytes))
    }

    @Test func `a list is there for whoever sent it and for nobody else`() async {
        let desk = ImportDesk(uptime: Uptime { 0 })
        await desk.keep(Self.draft([1]), bytes: [1], id: Self.id(1), owner: Self.owner)
        #expect(await desk.upload(Self.id(1), of: Self.owner)?.bytes == [1])
        #expect(await desk.upload(Self.id(1), of: Self.id(9)) == nil)
        #expect(await desk.upload(Self.id(2), of: Self.owner) == nil)
    }

    @Test func `the oldest lists make room, and one that nobody comes back to goes`() async {
        let now = Mutex<UInt64>(0)
        let desk = ImportDesk(uptime: Uptime { now.withLock { $0 } })
        for number in 0...UInt64(ImportDesk.uploadsMax) {
            now.withLock { $0 = number * 1_000_000 }
            await desk.keep(Self.draft([1]), bytes: [1], id: Self.id(number), owner: Self.owner)
        }
        #expect(await desk.upload(Self.id(0), of: Self.owner) == nil)
        #expect(await desk.upload(Self.id(1), of: Self.owner) != nil)
        now.withLock { $0 = (ImportDesk.keptMs + 60_000) * 1_000_000 }
        #expect(await desk.upload(Self.id(1), of: Self.owner) == nil)
    }

    @Test func `a recording begins once, tells how far it is, and is waited for`() async {
        let desk = ImportDesk(uptime: Uptime { 0 })
        await desk.keep(Self.draft([1]), bytes: [1], id: Self.id(1), owner: Self.owner)
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
    }
}
