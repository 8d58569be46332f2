/// 원장 항목. The unit of the ledger: what somebody recorded, as canonical bytes that are hashed as
/// they stand and never encoded again. Version 1 for ever; a later version never touches old bytes.
package struct Entry: Hashable, Sendable {
    package static let version: Int64 = 1
    /// A tile of the log counts an entry's bytes in sixteen bits (C2SP tlog-tiles).
    package static let bytesMax = 60_000

    /// What kind of thing an entry brings. The letters open its number: `D-2026-000123`.
    package enum Kind: String, Sendable, CaseIterable {
        case registry, person, office, source, agreement, exchange, leg, relay, participation
        case nomination, reply, claim, choice, donation, correction, bar, summary, project, interest
        case link
        case barPublication = "bar_publication"
        case projectEnding = "project_ending"
        case interestEnding = "interest_ending"
        case barEnding = "bar_ending"
        case officeEnding = "office_ending"
        case officialReceipt = "official_receipt"
        case officialReceiptRecall = "official_receipt_recall"
        /// 일괄 등록.
        case listImport = "import"
        case importReversal = "import_reversal"
        case document, erasure
        case agreementStatus = "agreement_status"
        case fundFigure = "fund_figure"
        /// 마감, 재개.
        case periodClosing = "period_closing"
        case periodReopening = "period_reopening"
        case lateApproval = "late_approval"
        case approval
        case donorJoining = "donor_joining"
        case donorParting = "donor_parting"

        package var letter: String {
            switch self {
            case .registry: "G"
            case .person: "H"
            case .donorJoining: "HD"
            case .donorParting: "HP"
            case .office: "O"
            case .source: "Q"
            case .agreement: "A"
            case .agreementStatus: "T"
            case .document: "W"
            case .erasure: "ER"
            case .exchange: "E"
            case .leg: "L"
            case .link: "X"
            case .relay: "R"
            case .participation: "P"
            case .nomination: "N"
            case .reply: "Y"
            case .claim: "K"
            case .choice: "F"
            case .donation: "D"
            case .bar: "B"
            case .summary: "S"
            case .listImport: "I"
            case .importReversal: "IR"
            case .project: "J"
            case .interest: "M"
            case .barPublication: "BP"
            case .projectEnding: "JE"
            case .interestEnding: "ME"
            case .barEnding: "BE"
            case .officeEnding: "OE"
            case .officialReceipt: "V"
            case .officialReceiptRecall: "VR"
            case .correction: "C"
            case .fundFigure: "U"
            case .periodClosing: "Z"
            case .periodReopening: "ZR"
            case .lateApproval: "AL"
            case .approval: "AP"
            }
        }
    }

    package let kind: Kind
    /// The identity of the thing the entry brings.
    package let id: Identifier
    /// By the database's clock.
    package let recordedAt: Instant
    /// Who wrote it: an id that says nothing about a person.
    package let author: Identifier
    /// What is public of the thing; none of the names in `reserved`.
    package let members: [String: CanonicalValue]
    /// Hashes in place of personal fields, by field, in lower-case hexadecimal.
    package let commitments: [String: String]

    package static let reserved: Set<String> = [
        "author", "commitments", "id", "kind", "recorded_at", "v",
    ]

    package init(
        kind: Kind, id: Identifier, recordedAt: Instant, author: Identifier,
        members: [String: CanonicalValue], commitments: [String: String]
    ) {
        precondition(
            Entry.reserved.isDisjoint(with: members.keys), "a member has the name of a head")
        self.kind = kind
        self.id = id
        self.recordedAt = recordedAt
        self.author = author
        self.members = members
        self.commitments = commitments
    }

    /// The canonical bytes: one JSON object (RFC 8785), keys sorted, absent values left out.
    package var bytes: [UInt8] {
        var all = members
        all["author"] = .string(author.description)
        if !commitments.isEmpty {
            all["commitments"] = .object(commitments.mapValues(CanonicalValue.string))
        }
        all["id"] = .string(id.description)
        all["kind"] = .string(kind.rawValue)
        all["recorded_at"] = .string(recordedAt.text)
        all["v"] = .integer(Entry.version)
        return CanonicalValue.object(all).bytes
    }

    /// 번호. The number people use: letter of the kind, Korean year of recording, number of the
    /// entry. Numbers are unique and not gapless.
    package static func no(_ kind: Kind, recordedAt: Instant, number: Int64) -> String {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 6 - digits.count))
        return "\(kind.letter)-\(recordedAt.koreanDate.year)-\(padding)\(digits)"
    }
}
