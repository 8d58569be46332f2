package import Hometown

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
