import CoreMetrics
import Ledger
import Logging
import ServiceLifecycle

/// Reads now and then what changes by itself, for whoever looks at the metrics.
struct LedgerGauges: Service {
    private static let lookMs = 5_000

    let ledger: Ledger

    func run() async throws {
        let entries = Gauge(label: "pumasi_ledger_entries")
        let connections = ["idle", "busy", "opening"].map { state in
            Gauge(label: "pumasi_db_pool_connections", dimensions: [("state", state)])
        }
        let waiting = Gauge(label: "pumasi_db_pool_waiting")
        try? await cancelWhenGracefulShutdown {
            while true {
                let use = await ledger.databaseUse
                for (gauge, count) in zip(connections, [use.idle, use.busy, use.opening]) {
                    gauge.record(count)
                }
                waiting.record(use.waiting)
                // The database being away is told by others.
                if let head = try? await ledger.treeHead() { entries.record(head.size) }
                try await Task.sleep(for: .milliseconds(LedgerGauges.lookMs))
            }
        }
    }
}
