package import Hometown

/// A public person as the ledger knows one. After erasure the name is gone.
package struct RecordedPerson: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    let nameKorean: String?
    let nameEnglish: String?

    package var no: String { Entry.no(.person, recordedAt: recordedAt, number: number) }

    package var name: Bilingual? {
        guard let nameKorean, let nameEnglish else { return nil }
        return Bilingual(nameKorean, nameEnglish)
    }
}

extension Sequence<RecordedOffice> {
    /// The one office certainly held on the day; `nil` when there is none or more than one.
    package func held(on day: CivilDate) -> RecordedOffice? {
        let held = filter { $0.office.tenure(on: day...day) == .certain }
        return held.count == 1 ? held.first : nil
    }

    /// Whether any of them is on record that does not rule the day out.
    /// - Parameter day: `nil` where it is not known.
    package func mayHoldOffice(on day: CivilDate?) -> Bool {
        contains { office in day.map { office.office.tenure(on: $0...$0) != .none } ?? true }
    }
}
