package import Hometown
import Postgres

extension Ledger {
    /// 연결, 연결 해제. Says that a donation on record goes along a leg of an exchange, or no longer
    /// does. Nothing is edited: the last word counts, and of two who say it at once one is refused.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: LinkDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            if draft.isLinked {
                try await book.link(draft)
            } else {
                try await book.unlink(draft)
            }
        }
    }
}

extension Book {
    /// Links a donation to the leg that is named, or to the one leg of the exchange that goes its
    /// way; where none does, the donation is the answer that nobody had written down yet, and its
    /// leg is added first.
    mutating func link(_ draft: LinkDraft) async throws {
        let donation = try await linkable(draft.donation)
        guard donation.leg == nil else { throw Refused([.donationLinked]) }
        let legs = try await transaction.run(ReadLinkableLegs(exchange: draft.exchange))
        let recipients = registry[id: donation.recipient].map(registry.line(of:)) ?? []
        let leg: Identifier
        if let named = draft.leg {
            guard let found = legs.first(where: { $0.id == named }) else {
                throw Refused([.referenceUnknown(field: "leg_id")])
            }
            guard recipients.contains(found.to) else { throw Refused([.legLeadsElsewhere]) }
            leg = named
        } else {
            leg = try await legOfItsWay(donation, among: legs, recipients, of: draft.exchange)
        }
        let place = try await add(
            .link, members: draft.members(leg: leg, turn: donation.revision))
        _ = try await transaction.run(
            LinkDonation(
                leg: leg, donation: donation.id, number: place.number,
                revision: donation.revision))
    }

    mutating func unlink(_ draft: LinkDraft) async throws {
        let donation = try await linkable(draft.donation)
        let legs = try await transaction.run(ReadLinkableLegs(exchange: draft.exchange, all: true))
        guard let leg = donation.leg, legs.contains(where: { $0.id == leg }),
            draft.leg == nil || draft.leg == leg
        else { throw Refused([.donationNotLinked]) }
        let place = try await add(
            .link, members: draft.members(leg: leg, turn: donation.revision),
            personal: ["reason": draft.reason])
        _ = try await transaction.run(
            LinkDonation(
                leg: nil, donation: donation.id, number: place.number,
                revision: donation.revision))
    }

    private func linkable(_ id: Identifier) async throws -> ReadLinkableDonation.Row {
        let rows = try await transaction.run(ReadLinkableDonation(id: id))
        guard let donation = rows.first else {
            throw Refused([.referenceUnknown(field: "donation_id")])
        }
        return donation
    }

    private mutating func legOfItsWay(
        _ donation: ReadLinkableDonation.Row, among legs: [ReadLinkableLegs.Row],
        _ recipients: [Int16], of exchange: Identifier
    ) async throws -> Identifier {
        guard let giver = donation.giver, let unit = registry[id: giver] else {
            throw Refused([.fieldMissing(field: "leg_id")])
        }
        let givers = registry.line(of: unit)
        let ways = legs.filter { givers.contains($0.from) && recipients.contains($0.to) }
        if let way = ways.first {
            // Of several departments somebody has to say which.
            guard ways.count == 1 else { throw Refused([.fieldMissing(field: "leg_id")]) }
            return way.id
        }
        let parties = Set(legs.flatMap { [$0.from, $0.to] })
        guard let recipient = registry[id: donation.recipient],
            !parties.isDisjoint(with: givers), !parties.isDisjoint(with: recipients)
        else { throw Refused([.legLeadsElsewhere]) }
        let draft = LegDraft(
            from: unit.code, to: recipient.code, happenedOn: donation.donatedOn)
        let place = try await add(.leg, members: draft.members(of: exchange, unit, recipient))
        _ = try await transaction.run(
            InsertLeg(
                number: place.number, id: place.id, exchange: exchange, draft: draft,
                giver: unit.id, recipient: recipient.id, recordedAt: recordedAt))
        return place.id
    }
}
