package import Hometown
package import Ledger

extension PersonRecord {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(person.id, person.no)
            writer.bilingual("name", person.name, for: reader)
            writer.array("offices", offices) { office, writer in
                writer.object { $0.members(of: office, governments, for: reader) }
            }
            writer.claims(claims, for: reader)
            writer.recording(person.recordedAt, person.logIndex)
        }
    }

    /// Whether the reader is told who it was on the day; whoever is masked has no id either, for
    /// other answers have it with the name.
    func isNamed(on day: CivilDate?, to reader: Reader) -> Bool {
        reader.readsBook || offices.mayHoldOffice(on: day)
    }

    /// `{"id":…,"name":…,"office":…}`: who it was on the day, where that is certain; masked for
    /// everybody where no public office is on record.
    func write(briefTo writer: inout JSONWriter, on day: CivilDate?, for reader: Reader) {
        writer.object { writer in
            writer.field("id", isNamed(on: day, to: reader) ? person.id : nil)
            let name = reader.readsBook ? person.name : publishedName(on: day)
            writer.field("name", reader.text(name))
            let office: RecordedOffice? = day.flatMap { offices.held(on: $0) }
            writer.field("office", reader.text(office?.title))
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(
        of office: RecordedOffice, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        field("id", office.id)
        bilingual("title", office.title, for: reader)
        let unit = office.government.flatMap { governments[id: $0] }
        government("government", unit, governments, for: reader)
        bilingual("constituency", office.constituency, for: reader)
        bilingual("party", office.party, for: reader)
        field("held_from", office.heldFrom)
        field("held_to", office.heldTo)
        field("known_on", office.knownOn)
    }
}
