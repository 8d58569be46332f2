import Hometown
import Ledger
import Timetable

extension Schemas {
    static let timetable: [(String, JSONValue)] = [
        ("Schedule", .answer(schedule)), ("ScheduleWithChanges", .answer(schedule + changes)),
        ("ScheduleDraft", scheduleDraft), ("ScheduleChange", scheduleChange),
        ("PauseDraft", .request([("note", note)], required: ["note"])),
        ("ResumeDraft", .request([("note", note), ("catch_up", .flag)], required: [])),
        ("Run", .answer(run)), ("RunWithAttempts", .answer(run + finding + tries)),
        (
            "Finding",
            .answer([
                ("fault", .textOrNull), ("text", .text), ("figures", ["type": "object"]),
                ("items", .array(of: .text)),
            ])
        ),
        ("RunDraft", runDraft), ("Recheck", recheck), ("RunForesight", runForesight),
        ("ForeseenReport", foreseenReport),
        ("RecheckOrForesight", ["anyOf": [.schema("Recheck"), .schema("RunForesight")]]),
        ("BackfillDraft", backfillDraft),
        ("Backfill", backfill), ("Holiday", .answer([("on", .day), ("name", .text)])),
        ("HolidayDraft", holidayDraft),
    ]

    private static let note = JSONValue.text(max: FormReader.charactersMax)

    private static let schedule: [(String, JSONValue)] = [
        ("name", .text), ("job", .words(Job.self)), ("rule", .words(Cadence.self)),
        ("weekday", .wholeOrNull), ("month", .wholeOrNull), ("day", .textOrNull), ("at", .text),
        ("zone", .text), ("misfire", .words(Schedule.Misfire.self)),
        ("overlap", .words(Schedule.Overlap.self)), ("catch_up_seconds", .whole),
        ("on_working_days", .flag), ("is_on", .flag), ("paused_since", .momentOrNull),
        ("pause_note", .textOrNull), ("known_since", .moment),
        ("next", .answer([("period", .text), ("scheduled_for", .moment)])),
    ]

    private static let changes: [(String, JSONValue)] = [
        (
            "changes",
            .array(
                of: .answer([
                    ("action", .words(RecordedScheduleChange.Action.self)), ("note", .textOrNull),
                    ("author", .text), ("changed_at", .moment),
                ]))
        )
    ]

    private static let settings: [(String, JSONValue)] = [
        ("rule", .words(Cadence.self)), ("weekday", .whole), ("month", .whole),
        ("day", ["type": ["integer", "string"]]), ("at", .text), ("zone", .text),
        ("misfire", .words(Schedule.Misfire.self)), ("overlap", .words(Schedule.Overlap.self)),
        ("catch_up_seconds", .whole), ("on_working_days", .flag), ("is_on", .flag),
        ("note", note),
    ]

    private static let scheduleDraft = JSONValue.request(
        [("name", .text(max: 63)), ("job", .words(Job.self))] + settings, required: ["name"])

    private static let scheduleChange = JSONValue.request(settings, required: [])

    private static let run: [(String, JSONValue)] = [
        ("id", .id), ("schedule", .text), ("period", .text), ("revision", .whole),
        ("state", .words(RunState.self)), ("cause", .textOrNull), ("former_cause", .textOrNull),
        ("origin", .words(RunOrigin.self)), ("reason", .textOrNull), ("author", .text),
        ("scheduled_for", .moment), ("started_at", .moment), ("filed_at", .moment),
        ("lag_seconds", .whole), ("duration_ms", .whole), ("attempts", .whole),
        ("log_size", .wholeOrNull), ("input_sha256", .textOrNull),
        ("output_sha256", .textOrNull), ("report_id", .idOrNull),
    ]

    private static let finding: [(String, JSONValue)] = [
        ("finding", .schemaOrNull("Finding"))
    ]

    private static let tries: [(String, JSONValue)] = [
        (
            "tries",
            .array(
                of: .answer([
                    ("attempt", .whole), ("daemon", .id), ("started_at", .moment),
                    ("ended_at", .moment), ("outcome", .words(RunAttempt.Outcome.self)),
                    ("error_code", .textOrNull), ("error", .textOrNull),
                ]))
        )
    ]

    /// A dry run takes no reason.
    private static let runDraft = JSONValue.request(
        [("period", .textOrNull), ("reason", note), ("revises", .whole)], required: [])

    private static let recheck = JSONValue.answer([
        ("verdict", .words(Recheck.Verdict.self)), ("text", .text),
        ("filed_renderer", .whole), ("renderer", .whole), ("output_sha256", .text),
        ("differing", .array(of: .text)), ("run", .schema("Run")),
    ])

    /// A report where one would be filed; else the run that stands.
    private static let runForesight = JSONValue.answer([
        ("dry_run", .flag), ("report", .schemaOrNull("ForeseenReport")),
        ("run", .schemaOrNull("Run")),
    ])

    private static let foreseenReport = JSONValue.answer([
        ("schedule", .text), ("period", .text), ("revision", .whole), ("title", .text),
        ("log_size", .whole), ("text", .textOrNull),
        (
            "files",
            .array(
                of: .answer([
                    ("name", .text), ("media_type", .text), ("sha256", .text), ("bytes", .whole),
                ]))
        ),
    ])

    /// A dry run takes no reason.
    private static let backfillDraft = JSONValue.request(
        [("from", .day), ("to", .day), ("reason", note), ("dry_run", .flag)],
        required: ["from", "to"])

    private static let backfill = JSONValue.answer([
        ("dry_run", .flag), ("filed_already", .whole), ("periods", .array(of: .text)),
    ])

    private static let holidayDraft = JSONValue.request(
        [
            (
                "days",
                .array(
                    of: .request([("on", .day), ("name", note)], required: ["on", "name"]),
                    max: Ledger.holidaysMax)
            )
        ], required: ["days"])
}
