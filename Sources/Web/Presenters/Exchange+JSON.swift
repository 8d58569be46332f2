package import Hometown
package import Ledger

extension ExchangeRecord {
    package func write(
        to writer: inout JSONWriter, _ registry: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(exchange.id, exchange.no)
            writer.field("occasion", exchange.occasion)
            writer.date("on", exchange.happenedOn)
            writer.field("agreement_id", exchange.agreement)
            writer.field("state", reciprocity.state.rawValue)
            writer.field("people_balance", reciprocity.people.rawValue)
            writer.field("amount_balance", reciprocity.amount.rawValue)
            writer.field("note", exchange.note)
            writer.array("legs", legs) { leg, writer in
                writer.object { writer in
                    writer.field("id", leg.id)
                    writer.government("from", governments[leg.from], registry, for: reader)
                    writer.field("department", leg.department)
                    writer.government("to", governments[leg.to], registry, for: reader)
                    writer.date("on", leg.happenedOn)
                    writer.field("people", leg.people)
                    writer.field("amount", leg.amount)
                    writer.ids("donation_ids", leg.donations)
                }
            }
            writer.claims(claims, for: reader)
            writer.recording(exchange.recordedAt, exchange.logIndex)
        }
    }
}
