import Hometown
import Ledger

/// 주장의 말. What sources say of one attribute of a run or a nomination, for people: of whom it
/// speaks, on which day, who says so and whether it is followed.
struct ClaimWording {
    private let relay: RelayRecord
    private let strangers: [Identifier: Bilingual]
    private let visitor: Visitor

    var say: Phrases { visitor.say }

    /// - Parameters:
    ///   - strangers: names of people whom a claim names and who are not in the relay.
    ///   - visitor: with what the staff are called.
    init(
        _ relay: RelayRecord, strangers: [Identifier: Bilingual], for visitor: Visitor
    ) {
        self.relay = relay
        self.strangers = strangers
        self.visitor = visitor
    }

    /// Those that say something of an attribute.
    func claims(about subject: Identifier) -> [RecordedClaim] {
        relay.claims.filter { $0.subject == subject && $0.attribute != nil && $0.value != nil }
    }

    func attribute(_ name: String?) -> String {
        guard let name else { return "-" }
        return ChoiceDraft.Attribute.title(of: name).map(say.text) ?? name
    }

    func value(_ claim: RecordedClaim) -> String {
        let value = claim.value ?? "-"
        switch claim.attribute.flatMap(ChoiceDraft.Attribute.init) {
        case .person, .nominee, .sameAs:
            guard let id = Identifier(value) else { return value }
            let name = relay.people[id]?.person.name ?? strangers[id]
            return name.map(say.text) ?? value
        case .on: return CivilDate(value).map(say.day) ?? value
        case nil: return value
        }
    }

    func source(_ claim: RecordedClaim) -> String {
        [claim.outlet, claim.headline].compactMap(\.self).joined(separator: ", ")
    }

    func table(_ claims: [RecordedClaim]) -> Table {
        Table(
            say("무엇을, 어떻게, 누가 말하고 무엇을 따르는지", "What is said, by whom, and what is followed"),
            columns: [
                .init(say("무엇", "What")), .init(say("말한 값", "Said to be")),
                .init(say("출처", "Source")), .init(say("따름", "Followed")),
            ],
            rows: claims.map { claim in
                [
                    Cell(attribute(claim.attribute)), Cell(value(claim)), Cell(source(claim)),
                    claim.followed.map {
                        Cell(
                            Chip("standing", say("따름", "followed")),
                            sub: "\($0.reason), \(visitor.staff[$0.author])")
                    } ?? Cell("-"),
                ]
            })
    }
}

extension Ledger {
    /// Names of the people whom claims about a relay name without their being in it.
    func strangers(in relay: RelayRecord) async throws -> [Identifier: Bilingual] {
        let named = Set(relay.claims.compactMap { $0.value.flatMap { Identifier($0) } })
            .subtracting(relay.people.keys)
        guard !named.isEmpty else { return [:] }
        return try await people(ids: Array(named))
            .reduce(into: [:]) { $0[$1.person.id] = $1.person.name }
    }
}
