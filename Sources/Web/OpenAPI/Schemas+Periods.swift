import Hometown
import Ledger

extension Schemas {
    static let periods: [(String, JSONValue)] = [
        ("Period", period), ("PeriodList", list(of: "Period")), ("ClosingDraft", closingDraft),
        ("ReopeningDraft", .request([("reason", reason)], required: ["reason"])),
        ("LateApprovalDraft", lateApprovalDraft), ("LateEntry", lateEntry),
        ("LateEntryList", list(of: "LateEntry")), ("Approval", approval),
        ("ApprovalList", list(of: "Approval")), ("ApprovalDraft", approvalDraft),
    ]

    private static let reason = JSONValue.text(max: FormReader.reasonMax)

    private static let period = JSONValue.answer(
        identity + [
            ("period", .text), ("first_day", .day), ("last_day", .day),
            ("state", .words(RecordedPeriod.State.self)), ("reason", .text), ("author", .text),
            ("late_entries", .whole),
            (
                "reopening",
                [
                    "anyOf": [
                        .answer(
                            identity + [
                                ("reason", .text), ("author", .text), ("recorded_at", .moment),
                                ("approved", .flagOrNull), ("approver", .textOrNull),
                                ("decided_at", .momentOrNull),
                            ]), ["type": "null"],
                    ]
                ]
            ),
        ] + recording)

    private static let closingDraft = JSONValue.request(
        [
            (
                "period",
                [
                    "type": "string",
                    "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$",
                ]
            ), ("reason", reason),
        ], required: ["period", "reason"])

    private static let lateApprovalDraft = JSONValue.request(
        [
            (
                "entries_max",
                [
                    "type": ["integer", "null"], "minimum": 1,
                    "maximum": .integer(Int64(LateApprovalDraft.entriesMax)),
                ]
            ), ("reason", reason),
        ], required: ["reason"])

    private static let lateEntry = JSONValue.answer(
        identity + [
            ("donated_on", .date), ("date_precision", precision), ("amount", .wonOrNull),
            ("late_approval", .idOrNull), ("correction", .idOrNull), ("author", .text),
            ("approver", .textOrNull), ("recorded_at", .moment),
        ])

    private static let approval = JSONValue.answer(
        identity + [
            ("kind", ["type": "string", "enum": ["correction", "period_reopening", "summary"]]),
            ("action", .text), ("subject", .id), ("state", .words(RecordedApproval.State.self)),
            ("reason", .textOrNull), ("asked", ["anyOf": [asked, ["type": "null"]]]),
            ("author", .text), ("recorded_at", .moment), ("approver", .textOrNull),
            ("decided_at", .momentOrNull), ("decision_reason", .textOrNull),
        ])

    /// Of a correction.
    private static let asked = JSONValue.answer([
        ("corrects", .idOrNull), ("changes", ["type": "object"]), ("ground", .wholeOrNull),
        ("amount", .wholeOrNull), ("returned_on", .dayOrNull), ("receipt_recalled", .flagOrNull),
    ])

    private static let approvalDraft = JSONValue.request(
        [
            ("request", .id), ("verdict", .words(ApprovalDraft.Verdict.self)),
            ("reason", ["type": ["string", "null"]]),
        ], required: ["request", "verdict"])
}
