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
            writer.date("signed_on", agreement.signedOn)
            writer.field("signed_at", agreement.signedAt)
            writer.bilingual("place", agreement.place, for: reader)
            write(partiesTo: &writer, governments, for: reader)
            writer.array("fields", fields) { field, writer in
                writer.object { writer in
                    writer.field("no", field.no)
                    writer.field("name_ko", field.name.korean)
                    writer.field("name_en", field.name.english)
                    writer.field("note", field.note)
                }
            }
            writer.field("predecessor", agreement.predecessor)
            writer.claims(claims, for: reader)
            writer.recording(agreement.recordedAt, agreement.logIndex)
        }
    }

    private func write(
        partiesTo writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.array("parties", zip(agreement.parties, agreement.signatories)) { party, writer in
            guard let government = parties.first(where: { $0.id == party.0 }) else { return }
            writer.object { writer in
                writer.members(of: government, governments, for: reader)
                writer.field("signatory", party.1)
            }
        }
    }
}
