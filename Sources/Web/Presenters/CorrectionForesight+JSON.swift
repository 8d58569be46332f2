package import Hometown
package import Ledger

extension CorrectionForesight {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.field("dry_run", true)
            writer.field("action", action.rawValue)
            writer.field("gift_value", returned?.giftValue)
            writer.field("amount", returned?.amount)
            writer.array("waits_for", fourEyes) { $1.value($0.rawValue) }
            writer.name("before")
            before.write(to: &writer, governments, for: reader)
            writer.name("after")
            after.write(to: &writer, governments, for: reader)
            writer.object("grounds") { writer in
                for (name, grounds) in [("before", groundsBefore), ("after", groundsAfter)] {
                    writer.object(name) { grounds.write(to: &$0) }
                }
            }
            writer.object("difference") { writer in
                writer.field("donations", donations)
                writer.field("won", difference)
            }
            writer.array("years", years) { year, writer in
                writer.object { year.write(to: &$0) }
            }
            writer.array("exchanges", exchanges) { exchange, writer in
                writer.object { exchange.write(to: &$0) }
            }
            writer.array("summaries", summaries) { summary, writer in
                writer.object { summary.members(to: &$0, for: reader) }
            }
        }
    }
}

extension DonorGrounds {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("residence", residence)
        writer.array("undetermined", undetermined.sorted { $0.rawValue < $1.rawValue }) {
            $1.value($0.number)
        }
    }
}

extension CorrectionForesight.Year {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("donor", isOfNewDonor ? "new" : "same")
        writer.field("year", year)
        writer.field("before", before.recorded)
        writer.field("after", after.recorded)
        writer.field("undisclosed", after.undisclosedCount)
        writer.field("cap", cap)
        writer.field("left", left)
    }
}

extension CorrectionForesight.Exchange {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("id", before.exchange.id)
        writer.field("no", before.exchange.no)
        for (name, record) in [("before", before), ("after", after)] {
            writer.object(name) { writer in
                writer.field("state", record.reciprocity.state.rawValue)
                writer.field("people_balance", record.reciprocity.people.rawValue)
                writer.field("amount_balance", record.reciprocity.amount.rawValue)
            }
        }
    }
}

extension RecordedSummary {
    /// Enough to find it by.
    fileprivate func members(to writer: inout JSONWriter, for reader: Reader) {
        writer.identity(id, no)
        writer.field("schedule", schedule)
        writer.field("period", period)
        writer.field("revision", revision)
        writer.field("title", reader.text(title))
        writer.field("log_size", logSize)
    }
}
