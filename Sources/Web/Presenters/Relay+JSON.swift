package import Hometown
package import Ledger

extension RecordedRelay {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { $0.members(of: self, for: reader) }
    }
}

extension RelayRecord {
    /// The relay with its figures.
    package func write(
        _ figures: RelayFigures, to writer: inout JSONWriter, for reader: Reader
    ) {
        writer.object { writer in
            writer.members(of: relay, for: reader)
            writer.name("figures")
            figures.write(to: &writer)
            writer.claims(claims.filter { $0.subject == relay.id }, for: reader)
        }
    }

    package func write(
        _ run: RecordedParticipation, to writer: inout JSONWriter, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(run.id, run.no)
            self.write(run.person, on: day(of: run), as: "person", to: &writer, for: reader)
            writer.date("participated_on", run.happenedOn)
            writer.field("implied", run.isImplied)
            writer.field("origin", run.isOrigin)
            writer.ids("answers", nominations.filter { $0.answeredBy == run.id }.map(\.id))
            writer.ids("donation_ids", run.donations)
            writer.field("proof_link", run.proofLink)
            writer.field("proof_sha256", run.proofHash.map { Hexadecimal.text($0) })
            writer.field("proof_captured_on", run.proofCapturedOn)
            writer.field("comment", reader.readsBook ? run.comment : nil)
            writer.claims(claims.filter { $0.subject == run.id }, for: reader)
            writer.recording(run.recordedAt, run.logIndex)
        }
    }

    package func write(
        _ nomination: RecordedNomination, to writer: inout JSONWriter, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(nomination.id, nomination.no)
            writer.field("participation_id", nomination.participation)
            self.write(
                nomination.nominee, on: day(of: nomination), as: "nominee", to: &writer, for: reader
            )
            writer.date("nominated_on", nomination.happenedOn)
            writer.field("state", nomination.nomination.state.rawValue)
            writer.field("answered_by", nomination.answeredBy)
            writer.claims(claims.filter { $0.subject == nomination.id }, for: reader)
            writer.recording(nomination.recordedAt, nomination.logIndex)
        }
    }

    fileprivate func write(
        _ person: Identifier, on date: EventDate?, as name: String, to writer: inout JSONWriter,
        for reader: Reader
    ) {
        writer.name(name)
        guard let record = people[person] else { return writer.null() }
        record.write(briefTo: &writer, on: date?.latest, for: reader)
    }
}

extension JSONWriter {
    fileprivate mutating func members(of relay: RecordedRelay, for reader: Reader) {
        identity(relay.id, relay.no)
        bilingual("name", relay.name, for: reader)
        // Without a day nobody can tell whether the name is published.
        field("started_by", reader.readsBook ? relay.startedBy : nil)
        field("nominations_per_participation", relay.nominationsPerParticipation)
        field("ends_on", relay.endsOn)
        field("goal", relay.goal)
        recording(relay.recordedAt, relay.logIndex)
    }
}
