import Ledger
import ServiceLifecycle
import Timetable

/// Wakes the timekeepers when somebody, here or elsewhere, has changed a schedule or asked for a
/// period: they would find out by themselves, half a minute later.
struct TimetableNotice: Service {
    let ledger: Ledger
    let timekeepers: [Timekeeper]

    func run() async throws {
        for await _ in ledger.timetableChanges().cancelOnGracefulShutdown() {
            for timekeeper in timekeepers { timekeeper.wake() }
        }
    }
}
