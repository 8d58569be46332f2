import Ledger
import Timetable
import Web

/// What this daemon needs to live and to work.
enum DaemonHealth {
    /// Three of its longest silences without a pass: the process is stuck.
    private static let silenceNanosecondsMax: Int64 = 90_000_000_000

    static func checks(
        ledger: Ledger, timekeeper: Timekeeper, sealer: SealerService, signer: LogSigner,
        overdue: OverdueWatch
    ) -> Health {
        let encodingFault = HostCheckup.knowsCP949 ? nil : "CP949 can be neither read nor written"
        return Health(
            live: [
                Health.Check("timekeeper") {
                    timekeeper.silenceNanoseconds < silenceNanosecondsMax
                        ? nil : "no pass over the schedules for 90 s"
                }
            ],
            ready: [
                Health.Check("database") {
                    await fault(ledger) { $0.isStandby ? "a standby takes no writes" : nil }
                },
                Health.Check("storage") { await ledger.storageFault() },
                Health.Check("schema") {
                    await fault(ledger) {
                        $0.hasKnownSchema ? nil : "not the schema of this version"
                    }
                },
                Health.Check("durability") {
                    await fault(ledger) { state in
                        state.durabilityFault.map { "unsafe in the database: \($0)" }
                    }
                },
                Health.Check("sealer") { sealer.isLate ? "nothing sealed for 90 s" : nil },
            ],
            // Without a signature recording goes on; whoever may decide must look.
            // Nor would a restart file what is overdue, and lists in UTF-8 need no CP949.
            noted: [
                Health.Check("signer") { signer.alert },
                Health.Check("overdue") { overdue.fault },
                Health.Check("encoding") { encodingFault },
            ])
    }

    private static func fault(
        _ ledger: Ledger, in look: (DatabaseState) -> String?
    ) async -> String? {
        do {
            return look(try await ledger.databaseState())
        } catch {
            return "the database does not answer"
        }
    }
}
