import Hometown

/// The facts for machines: stable English keys, sorted, integers, dates of ISO 8601; a key without
/// a value is left out. Bytes are canonical JSON, so the same facts are the same file.
enum FactsDocument {
    /// Raised when a key changes its meaning or goes away; a new key does not raise it.
    static let schema = "pumasi-summary/3"

    static func bytes(_ facts: Facts) -> [UInt8] {
        let heading = facts.heading
        return object([
            "schema": .string(schema),
            "schedule": .string(heading.schedule),
            "kind": .string(heading.kind.rawValue), "state": .string(heading.state.rawValue),
            "period": object([
                "key": .string(heading.periodKey),
                "from": .string(heading.period.lowerBound.description),
                "to_inclusive": .string(heading.period.upperBound.description),
            ]),
            "as_of": .string(heading.asOf.koreanText),
            "scheduled_for": .string(heading.scheduledFor.koreanText),
            "next_scheduled_for": .string(heading.nextScheduledFor.koreanText),
            "log": object([
                "size": .integer(facts.log.size), "root": .string(facts.log.root),
            ]),
            "donations": donations(facts.donations),
            "publication": facts.publication.map(publication),
            "agreements": .integer(facts.agreements),
            "exchanges": .array(facts.exchanges.map(exchange)),
            "relays": .array(facts.relays.map(relay)),
            "corrections": .array(facts.corrections.map(correction)),
        ]).bytes + [UInt8(ascii: "\n")]
    }

    /// Leaves out what has no value.
    static func object(_ members: [String: CanonicalValue?]) -> CanonicalValue {
        .object(members.compactMapValues(\.self))
    }

    private static func donations(_ donations: Facts.Donations) -> CanonicalValue {
        object([
            "new": standing(donations.period), "previous": donations.previous.map(standing),
            "year_before": donations.yearBefore.map(standing),
            "year_to_date": tally(donations.yearToDate), "total": tally(donations.total),
            "disputed": count(donations.disputed), "target": donations.target.map(target),
            "months": .array(donations.months.map(tally)),
            "undated": donations.undated == Facts.Tally() ? nil : tally(donations.undated),
            "by": object(
                Dictionary(
                    uniqueKeysWithValues: donations.divisions.map { division in
                        ("\(division.facet)", .array(division.shares.map(share)))
                    })),
            "projects": .array(donations.projects.map(project)),
            "recipients": .array(
                donations.recipients.map { recipient in
                    object([
                        "government": party(recipient.party),
                        "new": standing(recipient.period),
                        "previous": tally(recipient.previous),
                        "year_before": tally(recipient.yearBefore),
                    ])
                }),
            "flows": .array(
                donations.flows.map { flow in
                    object([
                        "from": party(flow.giver), "to": party(flow.recipient),
                        "new": tally(flow.added), "total": tally(flow.total),
                    ])
                }),
        ])
    }

    private static func standing(_ standing: Facts.Standing) -> CanonicalValue {
        object([
            "donations": tally(standing.tally), "donors": count(standing.donors.count),
            "new_donors": count(standing.donors.new),
            "donors_at_cap": count(standing.donors.atCap),
        ])
    }

    private static func share(_ share: Facts.Share) -> CanonicalValue {
        object([
            "key": .string(share.key), "name": bilingual(share.name),
            "donations": tally(share.tally),
        ])
    }

    private static func project(_ project: Facts.Project) -> CanonicalValue {
        object([
            "no": .string(project.number), "name": bilingual(project.name),
            "government": party(project.government),
            "goal": project.goal.map { .integer($0.amount) },
            "new": tally(project.period), "total": tally(project.total),
            "goal_per_mille": project.reached.map { .integer($0) },
        ])
    }

    private static func target(_ target: Facts.Target) -> CanonicalValue {
        object([
            "government": party(target.government), "amount": .integer(target.amount.amount),
            "document": .string(target.document), "raised": tally(target.raised),
            "per_mille": target.reached.map { .integer($0) },
        ])
    }

    /// What is covered has no figures, and says why.
    private static func tally(_ tally: Facts.Tally) -> CanonicalValue {
        if let cover = tally.cover { return object(["covered": .string(cover.rawValue)]) }
        return object([
            "count": .integer(tally.count), "amount": .integer(tally.amount.amount),
            "undisclosed": .integer(tally.undisclosed),
        ])
    }

    private static func count(_ tally: Facts.Tally) -> CanonicalValue {
        if let cover = tally.cover { return object(["covered": .string(cover.rawValue)]) }
        return object(["count": .integer(tally.count)])
    }

    private static func party(_ party: Facts.Party) -> CanonicalValue {
        object(["code": .string(party.code), "name": bilingual(party.name)])
    }

    static func bilingual(_ text: Bilingual) -> CanonicalValue {
        object(["ko": .string(text.korean), "en": .string(text.english)])
    }

    static func date(_ date: EventDate) -> CanonicalValue {
        object(["date": .string(date.text), "precision": .string(date.precision.rawValue)])
    }

    static func person(_ person: Facts.Person) -> CanonicalValue {
        object(["name": bilingual(person.name), "office": person.office.map(bilingual)])
    }

    private static func exchange(_ exchange: Facts.Exchange) -> CanonicalValue {
        object([
            "no": .string(exchange.number), "on": exchange.on.map(date),
            "parties": .array(exchange.parties.map(party)),
            "state": .string(exchange.state.rawValue),
            "people_balance": .string(exchange.people.rawValue),
            "amount_balance": .string(exchange.amount.rawValue),
        ])
    }

    private static func publication(_ publication: Facts.Publication) -> CanonicalValue {
        object([
            "government": publication.government.map(party),
            "heard_only": publication.government.map { _ in count(publication.heard) },
            "progress": publication.progress.map { .string($0.rawValue) },
            "collection_cost_limit": publication.collectionCostLimit.map { .integer($0.amount) },
            "gift_cost_limit": publication.giftCostLimit.map { .integer($0.amount) },
            "returns": .array(
                publication.returns.map { part in
                    object(["ground": .string(part.ground.code), "paid": tally(part.tally)])
                }),
            "figures": .array(
                publication.lines.map { line in
                    object([
                        "figure": .string(line.figure.rawValue), "name": line.name.map(bilingual),
                        "amount": line.amount.map { .integer($0.amount) },
                        "note": line.note.map { .string($0) }, "document": .string(line.document),
                        "project": line.project.map { project in
                            object([
                                "no": .string(project.number), "name": bilingual(project.name),
                            ])
                        },
                    ])
                }),
        ])
    }

    private static func correction(_ correction: Facts.Correction) -> CanonicalValue {
        object([
            "kind": .string(correction.kind.rawValue),
            "donation": correction.donation.map { .string($0) },
            "donated_on": date(correction.donatedOn), "change": tally(correction.change),
            "donations": correction.change.cover == nil ? .integer(correction.donations) : nil,
            "cases": correction.change.cover == nil ? .integer(correction.cases) : nil,
        ])
    }
}
