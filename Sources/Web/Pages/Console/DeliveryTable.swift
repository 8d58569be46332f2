import Hometown
import Ledger

/// 발송 표. To whom a report went, and what came of it.
struct DeliveryTable {
    /// More receivers than an office has.
    static let rowsMax = 100

    let deliveries: [RecordedDelivery]
    let say: Phrases

    /// `nil` for a report that went to nobody.
    var block: Block? {
        guard !deliveries.isEmpty else { return nil }
        return Block("deliveries", say("발송", "Deliveries"), [table])
    }

    private var table: Table {
        Table(
            say("수신처, 상태, 시도와 마지막 결과", "Receiver, state, tries and what came of it"),
            columns: [
                .init(say("수신처", "Receiver")), .init(say("상태", "State")),
                .init(say("시도", "Tries"), isNumber: true),
                .init(say("마지막 결과", "Last outcome")),
            ],
            rows: deliveries.map { delivery in
                [
                    Cell(delivery.receiver), Cell(Chip(delivery.state, say)),
                    Cell("\(delivery.attempts)"),
                    Cell(
                        delivery.lastText.map(say.text) ?? "-",
                        sub: say.moment(delivery.settledAt ?? delivery.dueAt)),
                ]
            })
    }
}
