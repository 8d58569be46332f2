import Foundation
import Hometown
import Schema

/// 표본. The facts of the two founding articles as `Schema/sample.json` states them: ids are local
/// to the file, and every thing names its sources.
struct SampleFacts: Decodable {
    let sources: [Source]
    let people: [Person]
    /// Predecessors first.
    let agreements: [Agreement]
    let donations: [Donation]
    let exchanges: [Exchange]
    let relays: [Relay]

    /// - Throws: `DecodingError` when the file that the binary carries is not such a file.
    static func embedded() throws -> SampleFacts {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(SampleFacts.self, from: Data(Schema.sample))
    }

    struct Source: Decodable {
        let id: String
        let language: String
        let outletKo: String
        let headlineKo: String?
        let publishedAt: String?
        let sha256: String?
    }

    struct Claim: Decodable {
        let source: String
        let quote: String
    }

    struct Day: Decodable {
        let date: String
        let precision: String
        let note: String?
    }

    struct Person: Decodable {
        let id: String
        let nameKo: String
        let nameEn: String
        let offices: [Office]
        let claims: [Claim]
    }

    struct Office: Decodable {
        let titleKo: String
        let titleEn: String
        let government: String?
        let constituencyKo: String?
        let constituencyEn: String?
        let partyKo: String?
        let partyEn: String?
        let heldOn: String
    }

    struct Donation: Decodable {
        let id: String
        let donor: String
        let recipient: String
        let origin: String
        let donatedOn: Day
        let amount: Int64?
        let participation: String?
        let claims: [Claim]
    }

    struct Exchange: Decodable {
        let id: String
        let agreement: String
        let occasion: String
        let on: Day
        let legs: [Leg]
        let claims: [Claim]
    }

    struct Leg: Decodable {
        let from: String
        let to: String
        let on: String
        let people: Int32?
        let amount: Int64?
        let donations: [String]
    }
}

extension SampleFacts {
    struct Agreement: Decodable {
        let id: String
        let kind: String
        let titleKo: String?
        let titleEn: String?
        let titleVariants: [Title]?
        let parties: [String]
        /// In the order of the parties.
        let signatories: [String]?
        let signedOn: Day
        let signedOnVariants: [SignedOn]?
        let signedAt: String?
        let placeKo: String?
        let placeEn: String?
        let placeVariants: [Place]?
        let fields: [Field]?
        let predecessor: String?
        let statusKo: String?
        let statusEn: String?
        let documents: [Document]?
        let claims: [Claim]
    }

    struct Document: Decodable {
        let kind: String
        let titleKo: String
        let titleEn: String
        let creditKo: String?
        let claims: [Claim]
    }

    struct Field: Decodable {
        let no: Int
        let nameKo: String
        let nameEn: String
        let noteEn: String?
        let claims: [Claim]
    }

    struct Title: Decodable {
        let titleKo: String
        let claims: [Claim]
    }

    struct Place: Decodable {
        let placeKo: String
        let claims: [Claim]
    }

    struct SignedOn: Decodable {
        let date: String
        let claims: [Claim]
    }

    struct Relay: Decodable {
        let id: String
        let nameKo: String
        let nameEn: String
        let origin: Origin
        let participations: [Participation]
        let nominations: [Nomination]
        let claims: [Claim]
    }

    struct Origin: Decodable {
        let person: String
        let claims: [Claim]
    }

    struct Participation: Decodable {
        let id: String
        let person: String
        let implied: Bool
        let participatedOn: Day?
        /// Nominations it answers; they are recorded before it.
        let answers: [String]?
        let claims: [Claim]
    }

    struct Nomination: Decodable {
        let id: String
        let participation: String
        let nominee: String
        let nominatedOn: Day
        let claims: [Claim]
    }
}
