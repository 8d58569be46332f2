import Hometown
import Ledger

/// Members that several kinds of things have.
extension JSONWriter {
    /// `id` and `no`, by which everything recorded is known.
    mutating func identity(_ id: Identifier, _ no: String) {
        field("id", id)
        field("no", no)
    }

    /// `recorded_at`, and `log_index` once it is sealed.
    mutating func recording(_ recordedAt: Instant, _ logIndex: Int64?) {
        field("recorded_at", recordedAt)
        field("log_index", logIndex)
    }

    /// A text in the reader's language under `name`, and in both beside it.
    mutating func bilingual(_ name: String, _ text: Bilingual?, for reader: Reader) {
        field(name, reader.text(text))
        field("\(name)_ko", text?.korean)
        field("\(name)_en", text?.english)
    }

    /// A date as precisely as it is known, and how precise that is.
    mutating func date(
        _ name: String, _ date: EventDate?, precision: String = "date_precision"
    ) {
        field(name, date?.text)
        field(precision, date?.precision.rawValue)
    }

    mutating func ids(_ name: String, _ ids: [Identifier]) {
        array(name, ids) { $1.value($0.description) }
    }

    /// `{"code":…,"name":…,"full_name":…}`, as of the date of what it stands in.
    mutating func government(
        _ name: String, _ government: Government?, _ governments: GovernmentRegistry,
        for reader: Reader
    ) {
        self.name(name)
        guard let government else { return null() }
        object { $0.members(of: government, governments, for: reader) }
    }

    mutating func members(
        of government: Government, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        field("code", government.code)
        field("name", reader.text(government.name))
        field("full_name", reader.text(governments.fullName(of: government)))
    }

    /// What sources say; their words, and whom they name, only for whoever is known.
    mutating func claims(_ claims: [RecordedClaim], for reader: Reader) {
        array("claims", claims) { claim, writer in
            writer.object { writer in
                writer.field("source", claim.source)
                writer.field("outlet", claim.outlet)
                writer.field("headline", claim.headline)
                writer.field("published_at", claim.publishedAt)
                writer.field("link", claim.link)
                writer.field("attribute", claim.attribute)
                writer.field("value", reader.readsBook || claim.isOpen ? claim.value : nil)
                writer.field("quote", reader.readsBook ? claim.quote : nil)
                writer.field("claim", claim.place.description)
                writer.followed(claim.followed, for: reader)
            }
        }
    }
}

extension JSONWriter {
    /// Since when a claim is followed; who decided and why only for whoever is known.
    fileprivate mutating func followed(_ choice: RecordedClaim.Choice?, for reader: Reader) {
        name("followed")
        guard let choice else { return null() }
        object { writer in
            writer.field("by", reader.readsBook ? choice.author : nil)
            writer.field("at", choice.on)
            writer.field("reason", reader.readsBook ? choice.reason : nil)
        }
    }
}

extension RecordedClaim {
    /// Attributes of which a value is a day, a place or what governments signed.
    private static let openAttributes: Set<String> = [
        ChoiceDraft.Attribute.on.rawValue, "donated_on", "place", "signed_on", "title",
    ]

    /// Whether everybody is told its value. An attribute may be called anything: of another, the
    /// value may say who holds no public office, or how few people gave.
    fileprivate var isOpen: Bool {
        guard let attribute else { return false }
        return RecordedClaim.openAttributes.contains(attribute)
            || attribute.hasPrefix("fields[") || attribute.hasPrefix("documents[")
    }
}
