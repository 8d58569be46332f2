package import Hometown
import Postgres

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

extension RecordedOffice {
    /// All that these people held, by person.
    static func read(
        of people: [Identifier], in transaction: Transaction
    ) async throws -> [Identifier: [RecordedOffice]] {
        Dictionary(
            grouping: try await transaction.byKeys(ReadOffices(people: people)), by: \.person)
    }
}
