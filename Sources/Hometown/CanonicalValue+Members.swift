// How the domain's values stand in entries: dates with their precision, governments with their
// lasting id and the code of the day, texts in both languages.

extension CanonicalValue {
    package static func text(_ text: String?) -> CanonicalValue? {
        text.map(CanonicalValue.string)
    }

    package static func id(_ id: Identifier?) -> CanonicalValue? {
        id.map { .string($0.description) }
    }

    package static func ids(_ ids: [Identifier]) -> CanonicalValue? {
        ids.isEmpty ? nil : .array(ids.map { .string($0.description) })
    }

    package static func date(_ date: CivilDate?) -> CanonicalValue? {
        date.map { .string($0.description) }
    }

    package static func date(_ date: EventDate?) -> CanonicalValue? {
        date.map { date in
            .object([
                "date": .string(date.text), "precision": .string(date.precision.rawValue),
            ])
        }
    }

    package static func won(_ won: Won?) -> CanonicalValue? {
        won.map { .integer($0.amount) }
    }

    package static func number(_ number: some BinaryInteger) -> CanonicalValue {
        .integer(Int64(number))
    }

    package static func number<Number: BinaryInteger>(_ number: Number?) -> CanonicalValue? {
        number.map { .integer(Int64($0)) }
    }

    package static func government(_ government: Government?) -> CanonicalValue? {
        government.map {
            .object(["code": .string($0.code), "unit": .integer(Int64($0.id))])
        }
    }

    package static func bilingual(_ text: Bilingual?) -> CanonicalValue? {
        text.map { .object(["en": .string($0.english), "ko": .string($0.korean)]) }
    }

    /// Leaves absent members out.
    package static func members(_ members: [String: CanonicalValue?]) -> CanonicalValue {
        .object(members.compactMapValues { $0 })
    }
}

extension [ClaimDraft] {
    /// What an entry says of its claims; quotes are only committed to.
    package var canonical: CanonicalValue? {
        isEmpty
            ? nil
            : .array(
                map { claim in
                    .members([
                        "attribute": .text(claim.attribute), "source": .id(claim.source),
                        "value": .text(claim.value),
                    ])
                })
    }

    /// More than an entry takes.
    var problems: [Refusal] {
        count > ClaimDraft.claimsMax ? [.tooMany(field: "claims", max: ClaimDraft.claimsMax)] : []
    }

    /// The quotes, by the field under which an entry commits to them.
    package var quotes: [String: String?] {
        var quotes: [String: String?] = [:]
        for (position, claim) in enumerated() { quotes["quote_\(position)"] = claim.quote }
        return quotes
    }
}

extension [String: String?] {
    /// As part of what a request's fingerprint is taken over.
    var canonical: CanonicalValue {
        .object(compactMapValues { $0.map(CanonicalValue.string) })
    }
}
