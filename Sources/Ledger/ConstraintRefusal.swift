import Hometown
import Postgres

extension Refusal {
    /// What a named constraint of the schema says in the ledger's words: the same refusal the
    /// rule would have given. `nil` for constraints that only a bug can break.
    init?(constraintOf error: any Error) {
        guard let name = (error as? PostgresError)?.constraintName else { return nil }
        switch name {
        case "nomination_to_self": self = .nominationToSelf
        case "nomination_cycle": self = .nominationCycle(path: [])
        case "nomination_duplicate": self = .nominationDuplicate(nominee: "")
        case "participation_once_a_year": self = .participationDuplicate
        case "nomination_answer_pkey": self = .nominationAnswered
        case "leg_between_two": self = .partyRepeated
        case "agreement_party_pkey": self = .partyRepeated
        case "bar_publication_once": self = .alreadyRecorded(field: "published_on")
        case "official_receipt_recall_once": self = .alreadyRecorded(field: "recalled_on")
        default:
            guard let field = Refusal.references[name] else { return nil }
            self = .referenceUnknown(field: field)
        }
    }

    /// Foreign keys, by the field of the interface that named the missing thing.
    private static let references: [String: String] = [
        "agreement_party_signatory_exists": "signatory",
        "agreement_predecessor_exists": "predecessor",
        "bar_publication_bar_exists": "bar",
        "claim_source_exists": "source",
        "donation_project_exists": "project_id",
        "exchange_agreement_exists": "agreement_id",
        "interest_ending_interest_exists": "interest",
        "leg_donation_leg_exists": "leg_id",
        "leg_donation_same_recipient": "leg_id",
        "nomination_answer_nomination_exists": "answers",
        "nomination_answered_by_nominee": "answers",
        "nomination_nominee_exists": "nominee",
        "nomination_participation_exists": "participation_id",
        "office_person_exists": "person",
        "official_receipt_donation_exists": "donation",
        "official_receipt_recall_donation_exists": "donation",
        "participation_donation_participation_exists": "participation_id",
        "participation_person_exists": "person",
        "participation_relay_exists": "relay",
        "project_ending_project_exists": "project",
        "relay_starter_exists": "started_by",
    ]
}
