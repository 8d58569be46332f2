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
        case "leg_donation_same_recipient": self = .legLeadsElsewhere
        case "leg_replaced": self = .legReplaced
        case "leg_donation_pkey", "donation_linked": self = .donationLinked
        case "donation_not_linked": self = .donationNotLinked
        case "agreement_party_pkey": self = .partyRepeated
        case "entry_bytes_size": self = .entryTooLarge
        case "period_closed": self = .periodClosed(period: "")
        case "period_closed_once": self = .alreadyRecorded(field: "period")
        case "late_approval_used_up", "late_entry_no_once": self = .lateApprovalInvalid
        case "approval_required": self = .approvalRequired
        case "second_person_required": self = .secondPersonRequired(field: "request")
        case "approval_correction_once", "approval_reopening_once":
            self = .alreadyRecorded(field: "request")
        case "fund_balance_once", "fund_target_once": self = .alreadyRecorded(field: "figure")
        case "fund_figure_replaced": self = .alreadyRecorded(field: "replaces")
        case "settlement_pkey": self = .alreadySettled
        case "import_reversal_once": self = .alreadyRecorded(field: "import")
        case "person_donor_key", "donor_joined_once", "donor_of_one_person":
            self = .alreadyRecorded(field: "donor_key")
        case "donor_parted_once": self = .alreadyRecorded(field: "joining")
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
        "agreement_status_agreement_exists": "agreement_id",
        "bar_ending_bar_exists": "bar",
        "bar_publication_bar_exists": "bar",
        "claim_source_exists": "source",
        "document_agreement_exists": "agreement_id",
        "donation_project_exists": "project_id",
        "donor_joining_person_exists": "person",
        "donor_parting_joining_exists": "joining",
        "exchange_agreement_exists": "agreement_id",
        "fund_figure_project_exists": "project_id",
        "fund_figure_replaces_the_same": "replaces",
        "interest_ending_interest_exists": "interest",
        "late_approval_closing_exists": "closing",
        "leg_donation_leg_exists": "leg_id",
        "leg_replaces_exists": "replaces",
        "leg_replaces_same_way": "replaces",
        "nomination_answer_nomination_exists": "answers",
        "nomination_reply_nomination_exists": "nomination",
        "nomination_answered_by_nominee": "answers",
        "nomination_nominee_exists": "nominee",
        "nomination_participation_exists": "participation_id",
        "office_ending_office_exists": "office",
        "office_person_exists": "person",
        "official_receipt_donation_exists": "donation",
        "official_receipt_recall_donation_exists": "donation",
        "participation_donation_participation_exists": "participation_id",
        "participation_person_exists": "person",
        "participation_relay_exists": "relay",
        "period_reopening_closing_exists": "closing",
        "project_ending_project_exists": "project",
        "relay_starter_exists": "started_by",
    ]
}
