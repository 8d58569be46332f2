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
            write(standingTo: &writer, registry, for: reader)
            writer.field("note", exchange.note)
            for (name, legs) in [("legs", legs), ("mended_legs", mended)] {
                writer.array(name, legs) { leg, writer in
                    writer.object { leg.write(to: &$0, governments, registry, for: reader) }
                }
            }
            writer.claims(claims, for: reader)
            writer.recording(exchange.recordedAt, exchange.logIndex)
        }
    }

    /// The state and both balances with their reasons, and who has not answered.
    private func write(
        standingTo writer: inout JSONWriter, _ registry: GovernmentRegistry, for reader: Reader
    ) {
        let reasons = [
            reciprocity.stateText(name, on: readOn), reciprocity.peopleText(name),
            reciprocity.amountText(name),
        ]
        writer.field("state", reciprocity.state.rawValue)
        writer.field("people_balance", reciprocity.people.rawValue)
        writer.field("amount_balance", reciprocity.amount.rawValue)
        writer.bilingual("state_reason", reasons[0], for: reader)
        writer.bilingual("people_reason", reasons[1], for: reader)
        writer.bilingual("amount_reason", reasons[2], for: reader)
        writer.array("unanswered", reciprocity.unanswered) { waiting, writer in
            writer.object { writer in
                let age = waiting.age(on: readOn)
                let (from, to) = (waiting.direction.from, waiting.direction.to)
                writer.government("from", governments[from], registry, for: reader)
                writer.government("to", governments[to], registry, for: reader)
                writer.date("since", waiting.since)
                writer.object("age_days") { writer in
                    writer.field("at_least", age?.leastDays)
                    writer.field("at_most", age?.mostDays)
                }
            }
        }
    }
}

extension RecordedLeg {
    fileprivate func write(
        to writer: inout JSONWriter, _ governments: [Int16: Government],
        _ registry: GovernmentRegistry, for reader: Reader
    ) {
        writer.field("id", id)
        writer.government("from", governments[from], registry, for: reader)
        writer.field("department", department)
        writer.government("to", governments[to], registry, for: reader)
        writer.date("on", happenedOn)
        writer.field("people", people)
        writer.field("amount", amount)
        writer.field("replaces", replaces)
        writer.ids("donation_ids", donations)
    }
}
