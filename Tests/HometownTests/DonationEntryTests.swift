import Hometown
import Testing

/// The donation's own writer against the general one: the same members have the same bytes.
@Suite struct DonationEntryTests {
    private static let recordedAt = Instant(microseconds: 1_772_409_600_123_456)
    private static let author = Identifier(high: 1, low: 2)
    private static let id = Identifier(high: 3, low: 4)

    private static func entry(
        _ draft: DonationDraft, _ commitments: DonationEntry.Commitments
    ) -> DonationEntry {
        DonationEntry(
            id: id, recordedAt: recordedAt, author: author, draft: draft,
            recipient: SampleRegistry.unit("36110"), giver: SampleRegistry.unit("11000"),
            disputed: .overAnnualCap, undetermined: [.donorInOwnName, .withinAnnualCap],
            commitments: commitments, receivedUnlawful: draft.receivedUnlawful)
    }

    /// What the general writer is told of the same donation.
    private static func members(_ draft: DonationDraft) -> [String: CanonicalValue] {
        let all: [String: CanonicalValue?] = [
            "amount": .won(draft.amount), "channel": .text(draft.channel?.rawValue),
            "channel_name": .text(draft.channelName), "checks": draft.checks?.canonical,
            "claims": draft.claims.canonical,
            "date_precision": .string(draft.donatedOn.precision.rawValue),
            "disputed": .string("over_annual_cap"), "donated_on": .string(draft.donatedOn.text),
            "donor_kind": draft.donorKind == .organisation ? .string("organisation") : nil,
            "exchange": .id(draft.exchange), "gift": draft.gift?.canonical,
            "interest": draft.hasInterest.map { .bool($0) },
            "official_receipt": .text(draft.officialReceiptNo), "project": .id(draft.project),
            "purpose": .number(draft.purpose?.rawValue),
            "giver": .government(SampleRegistry.unit("11000")),
            "leg": .id(draft.leg), "origin": .string(draft.origin.rawValue),
            "own_name": draft.isInOwnName.map { .bool($0) },
            "participation": .id(draft.participation),
            "received_unlawful": .number(draft.receivedUnlawful?.rawValue),
            "replaces": .id(draft.replaces),
            "recipient": .government(SampleRegistry.unit("36110")),
            "undetermined": .array([.integer(6), .integer(16)]),
        ]
        return all.compactMapValues { $0 }
    }

    private static func general(
        _ draft: DonationDraft, _ commitments: [String: String]
    ) -> [UInt8] {
        Entry(
            kind: .donation, id: id, recordedAt: recordedAt, author: author,
            members: members(draft), commitments: commitments
        ).bytes
    }

    private static var full: DonationDraft {
        var draft = JudgementTests.reported
        draft.amount = Won(100_000)
        draft.channel = .privatePlatform
        draft.channelName = "위기브"
        draft.hasInterest = false
        draft.purpose = .community
        draft.project = Identifier(high: 13, low: 14)
        draft.gift = ReturnGift(kind: .localProduct, value: Won(30_000), isWanted: true)
        var checks = Checks(
            all: Check(.passed, basis: .documentSubmitted, on: SampleRegistry.day("2024-05-01")),
            pledge: "7", hasConsent: true)
        checks.resident?.basis = .sharedAdministrativeInformation
        draft.checks = checks
        draft.officialReceiptNo = "제1호"
        draft.donorKind = .organisation
        draft.isInOwnName = false
        draft.exchange = Identifier(high: 5, low: 6)
        draft.leg = Identifier(high: 7, low: 8)
        draft.participation = Identifier(high: 9, low: 10)
        draft.receivedUnlawful = .unlawfulGift
        draft.replaces = Identifier(high: 13, low: 14)
        return draft
    }

    @Test func `A full donation and a bare one have the bytes of the general writer`() {
        let full = DonationEntryTests.entry(
            DonationEntryTests.full, .init(donor: "d", name: "n", residence: "r"))
        #expect(
            full.bytes
                == DonationEntryTests.general(
                    DonationEntryTests.full, ["donor": "d", "name": "n", "residence": "r"]))
        let bare = DonationEntryTests.entry(JudgementTests.reported, .init(donor: "d"))
        #expect(
            bare.bytes == DonationEntryTests.general(JudgementTests.reported, ["donor": "d"]))
    }

    /// Eleven and more: `quote_10` stands before `quote_2`.
    @Test func `Claims and the hashes of their quotes stand in the order of their keys`() {
        var draft = DonationEntryTests.full
        draft.claims = (0..<12).map {
            ClaimDraft(source: Identifier(high: 11, low: 12), attribute: "amount", value: "\($0)")
        }
        let quotes = (0..<12).map { (field: "quote_\($0)", hash: "h\($0)") }
            .sorted { $0.field < $1.field }
        var commitments = ["donor": "d", "name": "n", "residence": "r"]
        for (field, hash) in quotes { commitments[field] = hash }
        let entry = DonationEntryTests.entry(
            draft, .init(donor: "d", name: "n", residence: "r", quotes: quotes))
        #expect(entry.bytes == DonationEntryTests.general(draft, commitments))
    }
}
