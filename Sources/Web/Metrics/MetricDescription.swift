/// What a metric is called and means. Base units, few labels; a label never holds free text.
package struct MetricDescription: Sendable {
    package let name: String
    package let help: String
    /// Upper bounds of the buckets, where it is a histogram; in the unit of the name.
    package let bucketBounds: [Double]

    package init(_ name: String, _ help: String, buckets: [Double] = secondsBounds) {
        self.name = name
        self.help = help
        bucketBounds = buckets
    }

    /// Half a millisecond to ten seconds.
    package static let secondsBounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    /// A run makes files and may wait for other programs.
    private static let runBounds: [Double] = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300]

    package static let requestDuration = "http_server_request_duration_seconds"

    package static let all = [
        MetricDescription(requestDuration, "Time from a request's head to its answer."),
        MetricDescription("http_server_connections", "Open connections."),
        MetricDescription("pumasi_build_info", "Always 1; the labels say what is running."),
        MetricDescription("pumasi_donations_recorded_total", "Donations recorded, by source."),
        MetricDescription("pumasi_refusals_total", "Donations refused, by the rule's code."),
        MetricDescription("pumasi_import_rows_total", "Rows of the ledger's imports, by result."),
        MetricDescription("pumasi_runs_total", "Scheduled runs, by schedule and result."),
        MetricDescription(
            "pumasi_run_duration_seconds", "Time a run took.", buckets: runBounds),
        MetricDescription(
            "pumasi_run_last_success_timestamp_seconds", "When a schedule last filed, Unix time."),
        MetricDescription(
            "pumasi_check_faults", "What the newest check found wrong, by schedule."),
        MetricDescription(
            "pumasi_publication_due_timestamp_seconds",
            "When receipts and use of last year are to be published, Unix time; 0 once they are."),
        MetricDescription("pumasi_run_lateness_seconds", "How late a run started."),
        MetricDescription("pumasi_run_rechecks_total", "Runs made again, by what came of it."),
        MetricDescription(
            "pumasi_schedule_overdue_periods", "Periods that came due and have no row yet."),
        MetricDescription("pumasi_timer_drift_seconds", "How far a timer missed its time."),
        MetricDescription(
            "pumasi_timekeeper_passes_total", "Passes over the schedules, by reason and result."),
        MetricDescription(
            "pumasi_timekeeper_pass_duration_seconds", "Time a pass over the schedules took."),
        MetricDescription(
            "pumasi_database_clock_offset_seconds", "The host's clock less the database's."),
        MetricDescription(
            "pumasi_deliveries_total", "Reports handed on, by kind of receiver and result."),
        MetricDescription("pumasi_db_pool_connections", "Database connections, by state."),
        MetricDescription("pumasi_db_pool_waiting", "Requests that wait for a connection."),
        MetricDescription("pumasi_ledger_entries", "Entries in the ledger."),
        MetricDescription("pumasi_checkpoint_age_seconds", "Age of the newest checkpoint."),
        MetricDescription("process_start_time_seconds", "When the daemon started, Unix time."),
    ]
}
