import Hometown
import Metrics

/// 측정. What is counted where it happens. Labels come from closed lists: never a name, never text.
enum Measures {
    /// Made once: looking one up for each donation would cost more than counting.
    private static let recorded = Dictionary(
        uniqueKeysWithValues: Origin.allCases.map { origin in
            let source = ("source", origin.rawValue)
            return (
                origin, Counter(label: "pumasi_donations_recorded_total", dimensions: [source])
            )
        })

    /// A donation was answered.
    static func count(_ answer: Answer, of draft: DonationDraft) {
        switch answer {
        case .recorded:
            recorded[draft.origin]?.increment()
        case .refused(let refusals):
            guard let first = refusals.first else { return }
            Counter(label: "pumasi_refusals_total", dimensions: [("code", first.code.rawValue)])
                .increment()
        case .replayed, .keyReused, .inFlight: break
        }
    }

    /// A period was attempted, with the outcome that its row of `run_attempt` tells.
    static func count(
        _ schedule: String, outcome: String, scheduledFor: Instant, startedAt: Instant,
        endedAt: Instant
    ) {
        let name = ("schedule", schedule)
        Counter(label: "pumasi_runs_total", dimensions: [name, ("result", outcome)]).increment()
        Timer(label: "pumasi_run_duration_seconds", dimensions: [name])
            .recordMicroseconds(endedAt.microseconds - startedAt.microseconds)
        guard outcome == "filed" else { return }
        Gauge(label: "pumasi_run_last_success_timestamp_seconds", dimensions: [name])
            .record(Double(endedAt.microseconds) / 1_000_000)
        Gauge(label: "pumasi_run_lateness_seconds", dimensions: [name])
            .record(Double(startedAt.microseconds - scheduledFor.microseconds) / 1_000_000)
    }

    /// A check was made: how many things it found wrong.
    static func count(_ schedule: String, _ finding: RunFinding) {
        let faults = finding.fault == nil ? 0 : max(1, finding.figures["faults"] ?? 1)
        Gauge(label: "pumasi_check_faults", dimensions: [("schedule", schedule)])
            .record(Double(faults))
    }

    /// When a publication that is missing falls due, the last day of February at midnight in Korea.
    static func count(publicationDue day: CivilDate?) {
        // The day ends where the next begins, nine hours before it does in Greenwich.
        let seconds = day.map { Double($0.daysSinceEpoch + 1) * 86_400 - 9 * 3_600 } ?? 0
        Gauge(label: "pumasi_publication_due_timestamp_seconds").record(seconds)
    }

    /// What rows tell of runs that were made before this process, or by another.
    static func count(_ schedule: String, lastFiledAt: Instant) {
        Gauge(
            label: "pumasi_run_last_success_timestamp_seconds",
            dimensions: [("schedule", schedule)]
        ).record(Double(lastFiledAt.microseconds) / 1_000_000)
    }

    /// Periods got their row without a run.
    static func countSkipped(_ schedule: String, _ count: Int) {
        Counter(
            label: "pumasi_runs_total", dimensions: [("schedule", schedule), ("result", "skipped")]
        ).increment(by: count)
    }

    /// A filed summary was made once more.
    static func countRecheck(_ schedule: String, _ verdict: Recheck.Verdict) {
        Counter(
            label: "pumasi_run_rechecks_total",
            dimensions: [("schedule", schedule), ("result", verdict.rawValue)]
        ).increment()
    }
}
