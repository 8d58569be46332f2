/// 기부 항목. The canonical bytes of a donation, written straight in the order of their keys: the
/// same bytes as `Entry` would make of the same members, at a fraction of the time.
package struct DonationEntry: Sendable {
    package var id: Identifier
    package var recordedAt: Instant
    package var author: Identifier
    package var draft: DonationDraft
    package var recipient: Government
    /// The government of the donor's office on the day.
    package var giver: Government?
    /// The rule that a reported donation breaks.
    package var disputed: Refusal.Code?
    /// 위법 접수: the ground on which the money is to go back.
    package var receivedUnlawful: ReturnGround?
    /// Rules that could not be answered, by number.
    package var undetermined: [Rule]
    /// What was found in judging that somebody should look at.
    package var warnings: [Warning.Code] = []
    /// Hashes of donor, name, quotes and residence; absent where there is no value.
    package var commitments: Commitments

    /// In lower-case hexadecimal.
    package struct Commitments: Sendable {
        package var donor: String
        package var name: String?
        package var residence: String?
        /// By field, `quote_0` and on, in ascending order of the names.
        package var quotes: [(field: String, hash: String)]

        package init(
            donor: String, name: String? = nil, residence: String? = nil,
            quotes: [(field: String, hash: String)] = []
        ) {
            self.donor = donor
            self.name = name
            self.residence = residence
            self.quotes = quotes
        }
    }

    package init(
        id: Identifier, recordedAt: Instant, author: Identifier, draft: DonationDraft,
        recipient: Government, giver: Government?, disputed: Refusal.Code?, undetermined: [Rule],
        commitments: Commitments, receivedUnlawful: ReturnGround? = nil
    ) {
        self.id = id
        self.recordedAt = recordedAt
        self.author = author
        self.draft = draft
        self.recipient = recipient
        self.giver = giver
        self.disputed = disputed
        self.undetermined = undetermined
        self.commitments = commitments
        self.receivedUnlawful = receivedUnlawful
    }

    package var bytes: [UInt8] {
        CanonicalWriter.object(capacity: 640) { writer in
            writer.append("amount", draft.amount)
            writer.append("author", author)
            writer.append("channel", draft.channel?.rawValue)
            writer.append("channel_name", draft.channelName)
            if let checks = draft.checks { writer.append("checks", object: checks.write) }
            if let claims = draft.claims.canonical { writer.append("claims", claims) }
            writer.append(
                "commitments",
                object: { writer in
                    writer.append("donor", commitments.donor)
                    writer.append("name", commitments.name)
                    for (field, hash) in commitments.quotes { writer.append(name: field, hash) }
                    writer.append("residence", commitments.residence)
                })
            writer.append("date_precision", draft.donatedOn.precision.rawValue)
            writer.append("disputed", disputed?.rawValue)
            writer.append("donated_on", draft.donatedOn)
            writer.append(
                "donor_kind", draft.donorKind == .organisation ? draft.donorKind?.rawValue : nil)
            writer.append("exchange", draft.exchange)
            if let gift = draft.gift { writer.append("gift", object: gift.write) }
            if let giver { DonationEntry.append("giver", giver, to: &writer) }
            writer.append("id", id)
            writer.append("interest", draft.hasInterest)
            writer.append("kind", Entry.Kind.donation.rawValue)
            writer.append("late_approval", draft.lateApproval)
            writer.append("late_correction", draft.lateCorrection)
            writer.append("leg", draft.leg)
            writer.append("official_receipt", draft.officialReceiptNo)
            writer.append("origin", draft.origin.rawValue)
            writer.append("own_name", draft.isInOwnName)
            writer.append("participation", draft.participation)
            writer.append("project", draft.project)
            writer.append("purpose", draft.purpose.map { Int64($0.rawValue) })
            writer.append("received_unlawful", receivedUnlawful.map { Int64($0.rawValue) })
            DonationEntry.append("recipient", recipient, to: &writer)
            writer.append("recorded_at", recordedAt)
            writer.append("replaces", draft.replaces)
            if !undetermined.isEmpty {
                writer.append("undetermined", array: undetermined) { writer, rule in
                    writer.write(Int64(rule.rawValue))
                }
            }
            writer.append("v", Entry.version)
            if !warnings.isEmpty {
                writer.append("warnings", array: warnings) { $0.write($1.rawValue) }
            }
        }
    }

    /// A government in an entry: its lasting id, and its code on the day for whoever reads along.
    private static func append(
        _ key: StaticString, _ government: Government, to writer: inout CanonicalWriter
    ) {
        writer.append(
            key,
            object: { writer in
                writer.append("code", government.code)
                writer.append("unit", Int64(government.id))
            })
    }
}
