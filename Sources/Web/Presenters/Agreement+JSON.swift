package import Hometown
package import Ledger

extension AgreementRecord {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(agreement.id, agreement.no)
            writer.field("kind", agreement.kind)
            writer.bilingual("title", agreement.title, for: reader)
            writer.array("title_variants", variants(of: "title")) { claim, writer in
                writer.object { writer in
                    writer.field("title", claim.value)
                    writer.field("outlet", claim.outlet)
                }
            }
            writer.date("signed_on", agreement.signedOn)
            writer.field("signed_at", agreement.signedAt)
            writer.bilingual("place", agreement.place, for: reader)
            writer.array("places", [agreement.place].compactMap(\.self) + places) { place, writer in
                writer.object { $0.bilingual("place", place, for: reader) }
            }
            write(partiesTo: &writer, governments, for: reader)
            writer.array("fields", fields) { field, writer in
                writer.object { writer in
                    writer.field("no", field.no)
                    writer.field("name_ko", field.name.korean)
                    writer.field("name_en", field.name.english)
                    writer.field("note", field.note)
                }
            }
            write(lifeTo: &writer, for: reader)
            writer.claims(claims, for: reader)
            writer.recording(agreement.recordedAt, agreement.logIndex)
        }
    }

    /// What sources say of one attribute, in their own words.
    private func variants(of attribute: String) -> [RecordedClaim] {
        claims.filter { $0.attribute == attribute && $0.value != nil }
    }

    private func write(
        partiesTo writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.array("parties", zip(agreement.parties, agreement.signatories)) { party, writer in
            guard let government = parties.first(where: { $0.id == party.0 }) else { return }
            let person = party.1.flatMap { people[$0] }
            let day = agreement.signedOn.latest
            let office = person?.offices.held(on: day)
            let name = reader.readsBook ? person?.person.name : person?.publishedName(on: day)
            writer.object { writer in
                writer.members(of: government, governments, for: reader)
                let isNamed = person?.isNamed(on: day, to: reader) ?? false
                writer.field("signatory", isNamed ? party.1 : nil)
                writer.field("signatory_name", reader.text(name))
                writer.field("signatory_office", reader.text(office?.title))
            }
        }
    }

    /// What it follows, how long it lasts, what became of it, and what shows it.
    private func write(lifeTo writer: inout JSONWriter, for reader: Reader) {
        writer.field("predecessor", agreement.predecessor)
        writer.field("renewal", agreement.isRenewal)
        writer.ids("successors", successors)
        writer.array("chain", chain) { step, writer in
            writer.object { writer in
                writer.identity(step.id, step.no)
                writer.bilingual("title", step.title, for: reader)
                writer.date("signed_on", step.signedOn)
            }
        }
        writer.field("starts_on", agreement.startsOn)
        writer.field("ends_on", agreement.endsOn)
        writer.field("standing", standing.rawValue)
        writer.array("statuses", statuses) { status, writer in
            writer.object { writer in
                writer.field("state", status.state)
                writer.bilingual("text", status.text, for: reader)
                writer.date("on", status.happenedOn)
                writer.field("recorded_at", status.recordedAt)
            }
        }
        writer.array("documents", documents) { document, writer in
            writer.object { writer in
                writer.field("kind", document.kind)
                writer.bilingual("title", document.title, for: reader)
                writer.field("link", document.link)
                writer.field("sha256", document.sha256.map(Hexadecimal.text))
                writer.field("credit", document.credit)
                writer.field("recorded_at", document.recordedAt)
            }
        }
    }
}
