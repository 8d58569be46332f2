package import Hometown
package import Ledger

extension AnswerCandidate {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.object("gift") { writer in
                switch gift {
                case .leg(let leg, let exchange, let no):
                    writer.field("exchange_id", exchange)
                    writer.field("leg_id", leg)
                    writer.field("donation_id", Identifier?.none)
                    writer.field("no", no)
                case .donation(let donation, let no):
                    writer.field("exchange_id", Identifier?.none)
                    writer.field("leg_id", Identifier?.none)
                    writer.field("donation_id", donation)
                    writer.field("no", no)
                }
                writer.government("from", governments[id: from], governments, for: reader)
                writer.government("to", governments[id: to], governments, for: reader)
                writer.field("on", givenOn)
            }
            writer.object("answer") { writer in
                writer.field("donation_id", answer)
                writer.field("no", answerNo)
                let (giver, recipient) = (
                    governments[id: answerGiver], governments[id: answerRecipient]
                )
                writer.government("from", giver, governments, for: reader)
                writer.government("to", recipient, governments, for: reader)
                writer.date("on", answeredOn)
                writer.field("amount", amount)
            }
            writer.field("days", days)
        }
    }
}
