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

/// An office of a public person.
package struct RecordedOffice: Hashable, Sendable {
    package let id: Identifier
    package let person: Identifier
    package let title: Bilingual
    package let government: Int16?
    let constituencyKorean: String?
    let constituencyEnglish: String?
    let partyKorean: String?
    let partyEnglish: String?
    package let heldFrom: CivilDate?
    package let heldTo: CivilDate?
    package let knownOn: CivilDate?

    package var constituency: Bilingual? {
        constituencyKorean.map { Bilingual($0, constituencyEnglish ?? $0) }
    }

    package var party: Bilingual? {
        partyKorean.map { Bilingual($0, partyEnglish ?? $0) }
    }

    package var office: Office {
        Office(
            title: title, government: government, validFrom: heldFrom, validTo: heldTo,
            knownOn: knownOn)
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

/// A public person with every office on record, and who says so.
package struct PersonRecord: Hashable, Sendable {
    package let person: RecordedPerson
    package let offices: [RecordedOffice]
    package let claims: [RecordedClaim]

    /// 공개하는 이름. What everybody reads: the name of whoever may have held public office on the day,
    /// and 홍○동 of anybody else, who was only named by others.
    /// - Parameter day: `nil` where it is not known: then any office counts.
    package func publishedName(on day: CivilDate?) -> Bilingual? {
        offices.mayHoldOffice(on: day) ? person.name : person.name.map(Notation.masked)
    }
}
