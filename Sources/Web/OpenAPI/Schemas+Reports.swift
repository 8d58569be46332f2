import Hometown
import Ledger

extension Schemas {
    static let reports: [(String, JSONValue)] = [
        ("Report", .answer(report)), ("ReportWithFiles", reportWithFiles),
    ]

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
