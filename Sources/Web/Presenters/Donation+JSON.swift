package import Hometown
package import Ledger

extension RecordedDonation {
    /// The donor's name as the reader may see it. That of a holder of public office is published;
    /// anybody else's is for whoever needs it, and masked for the rest.
    package func donorName(for reader: Reader) -> String? {
        let known = reader.readsBook ? donorName : publishedDonorName
        if let known { return known.text(in: reader.language) }
        guard reader.readsBook, let privateName else { return nil }
        return reader.seesPrivateNames ? privateName : Notation.masked(privateName)
    }

    /// Who is masked has no id either: other answers have it with the name.
    private func personNamed(to reader: Reader) -> Identifier? {
        reader.readsBook || donorName == publishedDonorName ? person : nil
    }

    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(id, no)
            writer.object("donor") { writer in
                writer.field("name", donorName(for: reader))
                writer.field("office", reader.text(office?.title))
                writer.field("person", personNamed(to: reader))
            }
            writer.government("recipient", recipient, governments, for: reader)
            writer.field("amount", amount)
            writer.date("donated_on", donatedOn)
            writer.field("origin", origin.rawValue)
            writer.field("channel", channel?.rawValue)
            writer.field("channel_name", channelName)
            receiving.write(to: &writer, for: reader)
            writer.field("exchange_id", exchange)
            writer.field("leg_id", leg)
            writer.field("participation_id", participation)
            writer.field("status", status.rawValue)
            writer.field("disputed", disputed)
            writer.field("return_ground", (returnGround?.rawValue).map { Int($0) })
            writer.field("version", settlement.step)
            writer.field("replaces", replaces)
            writer.field("replaced_by", settlement.replacement)
            writer.claims(claims, for: reader)
            writer.recording(recordedAt, logIndex)
        }
    }
}

extension FoundDonations {
    /// Where the next page begins.
    package var cursor: Cursor? { next.map { Cursor(keys: [String($0)]) } }

    /// A page, with what is to be said of the question.
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.array("items", donations) { $0.write(to: &$1, governments, for: reader) }
            writer.field("next", cursor?.text)
            writer.array("unknown", unknown) { word, writer in
                writer.object { writer in
                    writer.field("word", word)
                    writer.field("did_you_mean", governments.name(near: word, in: reader.language))
                }
            }
            writer.field("log_size", logSize)
            writer.name("totals")
            guard let totals else { return writer.null() }
            totals.write(to: &writer)
        }
    }
}

extension DonationTotals {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("rows", rows)
            writer.field("standing", standing)
            writer.field("amount", amount)
            writer.field("undisclosed", undisclosed)
            writer.field("exact", isExact)
        }
    }
}

extension GovernmentRegistry {
    /// The government whose name a word that is nobody's probably stands for.
    fileprivate func name(near word: String, in language: Language) -> String? {
        let names = governments.flatMap { unit in
            [(unit, shortName(of: unit, in: language)), (unit, unit.name.text(in: language))]
        }
        guard let near = NearestName.of(word, among: names.map(\.1)) else { return nil }
        return names.first { $0.1 == near }.map { fullName(of: $0.0).text(in: language) }
    }
}

extension RecordedReceiving {
    /// To a guest it matters what the money is for, and nothing else here.
    fileprivate func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.field("purpose", purpose?.rawValue)
        writer.field("project_id", project)
        let gift = reader.readsBook ? gift : nil
        writer.object("gift") { writer in
            writer.field("kind", gift?.kind?.rawValue)
            writer.field("value", gift?.value)
            writer.field("wanted", gift?.isWanted)
        }
        writer.field("interest", reader.readsBook ? hasInterest : nil)
        let checks = reader.readsBook ? checks : nil
        writer.object("checks") { writer in
            writer.check("resident", checks?.resident)
            writer.check("person", checks?.person)
            writer.check("annual_total", checks?.annualTotal)
            writer.check("gift_wish", checks?.giftWish)
            writer.field("pledge", checks?.pledge)
            writer.field("consent", checks?.hasConsent)
        }
        writer.field("official_receipt_no", reader.readsBook ? officialReceiptNo : nil)
    }
}

extension JSONWriter {
    fileprivate mutating func check(_ name: String, _ check: Check?) {
        self.name(name)
        guard let check else { return null() }
        object { writer in
            writer.field("result", check.result.rawValue)
            writer.field("basis", check.basis.rawValue)
            writer.field("on", check.on)
        }
    }
}
