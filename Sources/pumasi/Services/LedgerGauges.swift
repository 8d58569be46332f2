import CoreMetrics
import Ledger
import Logging
import ServiceLifecycle

/// Reads now and then what changes by itself, for whoever looks at the metrics.
struct LedgerGauges: Service {
    private static let lookMs = 5_000
    /// Of what changes with runs alone, and a run tells of itself.
    private static let looksPerScheduleLook = 12

    let ledger: Ledger

    func run() async throws {
        let entries = Gauge(label: "pumasi_ledger_entries")
        let connections = ["idle", "busy", "opening"].map { state in
            Gauge(label: "pumasi_db_pool_connections", dimensions: [("state", state)])
        }
        let waiting = Gauge(label: "pumasi_db_pool_waiting")
        let age = Gauge(label: "pumasi_checkpoint_age_seconds")
        try? await cancelWhenGracefulShutdown {
            var rows = LedgerFigures.ImportRows()
            var looks = 0
            while true {
                let use = await ledger.databaseUse
                for (gauge, count) in zip(connections, [use.idle, use.busy, use.opening]) {
                    gauge.record(count)
                }
                waiting.record(use.waiting)
                // The database being away is told by others.
                if let head = try? await ledger.treeHead() { entries.record(head.size) }
                if let figures = try? await ledger.figures() {
                    if let seconds = figures.checkpointAgeSeconds { age.record(seconds) }
                    count(figures.importRows, after: rows)
                    rows = figures.importRows
                }
                if looks % LedgerGauges.looksPerScheduleLook == 0 {
                    try? await ledger.measureSchedules()
                }
                looks += 1
                try await Task.sleep(for: .milliseconds(LedgerGauges.lookMs))
            }
        }
    }

    /// Counts what came in since the last look; at the first, everything there is.
    private func count(_ rows: LedgerFigures.ImportRows, after last: LedgerFigures.ImportRows) {
        for (result, count) in [
            ("recorded", rows.recorded - last.recorded), ("refused", rows.refused - last.refused),
            ("known", rows.known - last.known),
        ] {
            Counter(label: "pumasi_import_rows_total", dimensions: [("result", result)])
                .increment(by: count)
        }
    }
}
