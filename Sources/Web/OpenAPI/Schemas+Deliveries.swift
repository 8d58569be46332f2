import Hometown
import Ledger

extension Schemas {
    static let deliveries: [(String, JSONValue)] = [
        ("Receiver", .answer(receiver)), ("ReceiverWithChanges", .answer(receiver + changes)),
        ("ReceiverDraft", receiverDraft), ("ReceiverChange", receiverChange),
        ("Delivery", .answer(delivery)),
    ]

    private static let receiver: [(String, JSONValue)] = [
        ("name", .text), ("kind", .words(Receiver.Kind.self)), ("address", .text),
        ("schedules", .array(of: .text)), ("formats", .array(of: .text)), ("is_on", .flag),
        ("waiting", .whole), ("given_up", .whole),
    ]

    private static let changes: [(String, JSONValue)] = [
        ("secret", .textOrNull),
        (
            "changes",
            .array(
                of: .answer([
                    ("action", .words(RecordedReceiverChange.Action.self)),
                    ("note", .textOrNull), ("author", .text), ("changed_at", .moment),
                ]))
        ),
    ]

    private static let receiverDraft = JSONValue.request(
        [
            ("name", .text(max: 40)), ("kind", .words(Receiver.Kind.self)),
            ("address", .text(max: Receiver.addressCharactersMax)),
            ("schedules", .array(of: .text, max: Receiver.schedulesMax)),
            ("formats", .array(of: .text)), ("note", .text(max: FormReader.charactersMax)),
        ], required: ["name", "kind", "address"])

    private static let receiverChange = JSONValue.request(
        [("is_on", .flag), ("note", .text(max: FormReader.charactersMax))], required: ["is_on"])

    private static let delivery: [(String, JSONValue)] = [
        ("id", .id), ("receiver", .text), ("kind", .words(Receiver.Kind.self)),
        ("report_id", .id), ("schedule", .text), ("period", .text), ("title", .text),
        ("state", .words(DeliveryState.self)), ("attempts", .whole), ("due_at", .momentOrNull),
        ("settled_at", .momentOrNull), ("result", .textOrNull),
    ]
}
