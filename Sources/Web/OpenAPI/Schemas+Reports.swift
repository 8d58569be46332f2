import Hometown
import Ledger
import Timetable

extension Schemas {
    static let reports: [(String, JSONValue)] = [
        ("Schedule", schedule), ("Run", run), ("RunDraft", runDraft),
        ("Report", .answer(report)), ("ReportWithFiles", reportWithFiles),
    ]

    private static let schedule = JSONValue.answer([
        ("name", .text), ("job", .text), ("rule", ["enum": ["daily"]]), ("at", .text),
        ("zone", .text), ("misfire", .words(Schedule.Misfire.self)),
        ("catch_up_seconds", .whole), ("known_since", .moment),
        ("next", .answer([("period", .text), ("scheduled_for", .moment)])),
    ])

    private static let run = JSONValue.answer([
        ("id", .id), ("schedule", .text), ("period", .text), ("revision", .whole),
        ("state", .words(RunState.self)), ("cause", .textOrNull),
        ("origin", .words(RunOrigin.self)), ("reason", .textOrNull), ("scheduled_for", .moment),
        ("started_at", .moment), ("filed_at", .moment), ("lag_seconds", .whole),
        ("report_id", .idOrNull),
    ])

    private static let runDraft = JSONValue.request(
        [("period", .textOrNull), ("reason", .text(max: FormReader.charactersMax))],
        required: ["reason"])

    private static let report: [(String, JSONValue)] =
        identity + bilingual("title") + [
            ("schedule", .text), ("period", .text), ("revision", .whole),
            ("origin", .words(RunOrigin.self)), ("scheduled_for", .moment),
            ("log_size", .whole), ("renderer", .whole),
        ] + recording

    private static let reportWithFiles = JSONValue.answer(
        report + [
            (
                "files",
                .array(
                    of: .answer([
                        ("name", .text), ("media_type", .text), ("sha256", .text),
                        ("bytes", .whole),
                    ]))
            )
        ])
}
