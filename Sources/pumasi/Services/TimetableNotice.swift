import Ledger
import ServiceLifecycle
import Timetable

/// Wakes the timekeeper when somebody, here or elsewhere, has changed a schedule or asked for a
/// period: it would find out by itself, half a minute later.
struct TimetableNotice: Service {
    let ledger: Ledger
    let timekeeper: Timekeeper

    func run() async throws {
        for await _ in ledger.timetableChanges().cancelOnGracefulShutdown() { timekeeper.wake() }
    }
}
