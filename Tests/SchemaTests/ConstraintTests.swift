import Hometown
import Postgres
import TestSupport
import Testing

/// Rules live twice where they can: in the domain, and as a constraint that holds even against our
/// own mistakes and speaks the refusal's name. Here the second, by plain SQL and as the daemon.
@Suite struct ConstraintTests {
    /// What holds a refusal in the database.
    private enum Twin {
        case constraint([String])
        case none(because: String)
    }

    /// What holds that a thing which is named is there.
    private static let references = [
        "agreement_predecessor_exists", "bar_ending_bar_exists", "bar_publication_bar_exists",
        "donation_project_exists", "donor_joining_person_exists",
        "donor_parting_joining_exists", "fund_figure_project_exists",
        "fund_figure_replaces_the_same", "interest_ending_interest_exists",
        "office_ending_office_exists",
        "official_receipt_donation_exists", "official_receipt_recall_donation_exists",
        "project_ending_project_exists",
        "leg_donation_leg_exists", "leg_exchange_exists",
        "leg_replaces_exists", "leg_replaces_same_way",
        "nomination_answer_nomination_exists",
        "nomination_answered_by_nominee", "nomination_nominee_exists",
        "nomination_participation_exists", "participation_donation_participation_exists",
        "participation_person_exists", "participation_relay_exists",
        "late_approval_closing_exists", "period_reopening_closing_exists",
    ]

    /// Every refusal, in the order of the ladder.
    private static func twin(of code: Refusal.Code) -> Twin {
        switch code {
        case .residentNumberPresent:
            .none(because: "a row that fails a check stands in the server's log: it is too late")
        case .amountInvalid, .donatedOnInFuture, .beforeScheme, .donorNotNaturalPerson,
            .donorNotInOwnName, .recipientNotInForce, .recipientBarred, .donorResidenceUnknown,
            .donorResidesInRecipient, .recipientIsDonorsMetropolitan, .donorEmployedByRecipient,
            .donorHasInterestInRecipient, .overAnnualCap, .placeNotPublic, .earmarkNotAvailable,
            .projectNotOpen, .giftForbiddenKind, .giftOverLimit, .giftNotWanted,
            .checksIncomplete, .consentMissing, .earmarkFixed, .alreadySettled,
            .returnGroundRequired, .returnAmountMismatch, .participationInFuture, .nominationToSelf,
            .nominationDuplicate, .nominationCycle, .periodClosed, .approvalRequired,
            .secondPersonRequired:
            .constraint([code.rawValue])
        case .reasonRequired:
            .none(because: "the words stand in personal, where they can be erased")
        case .lateApprovalInvalid:
            .constraint(["late_approval_used_up", "late_entry_no_once"])
        case .correctionNotLast: .constraint(["settlement_follows", "settlement_pkey"])
        case .dateInvalid:
            // That a date is one follows from its type; that staff know the day, from this.
            .constraint(["date_invalid"])
        case .governmentUnknown:
            .constraint([
                "donation_recipient_exists", "donation_giver_exists", "leg_giver_exists",
                "leg_recipient_exists", "agreement_party_government_exists",
            ])
        case .governmentNameAmbiguous:
            .none(because: "rows hold the unit that was meant, never the name that was written")
        case .donorResidenceAmbiguous:
            .none(because: "it asks what became of a unit, which only the whole registry tells")
        case .staffListingForbidden:
            .none(because: "it refuses a question, and a question writes no row")
        case .officeAmbiguous:
            .none(because: "two offices on one day are a fact; only a sentence needs one of them")
        case .personUnknown, .personAmbiguous:
            .none(because: "rows hold the person who was meant, never the name that was written")
        case .nominationAnswered: .constraint(["nomination_answer_pkey"])
        case .participationDuplicate: .constraint(["participation_once_a_year"])
        case .legLeadsElsewhere: .constraint(["leg_donation_same_recipient"])
        case .legReplaced: .constraint(["leg_replaced"])
        case .donationLinked: .constraint(["leg_donation_pkey", "donation_linked"])
        case .donationNotLinked: .constraint(["donation_not_linked"])
        case .partyRepeated: .constraint(["agreement_party_pkey", "leg_between_two"])
        case .alreadyRecorded:
            .constraint([
                "bar_publication_once", "approval_correction_once", "approval_reopening_once",
                "fund_balance_once", "fund_target_once", "fund_figure_replaced",
                "period_closed_once", "official_receipt_recall_once", "donor_joined_once",
                "donor_of_one_person", "donor_parted_once",
            ])
        case .referenceUnknown:
            .constraint(ConstraintTests.references)
        case .fieldMissing: .none(because: "columns are NOT NULL, which no name can be given to")
        case .numberInvalid: .none(because: "the column's type holds no other number")
        case .tooFew: .none(because: "one row cannot count the others that are still to come")
        case .tooMany: .none(because: "it limits a request, not what may stand in the ledger")
        case .entryTooLarge: .constraint(["entry_bytes_size"])
        }
    }

    @Test(arguments: Refusal.Code.allCases)
    func `a refusal has its constraint, or a reason why none can hold it`(_ code: Refusal.Code) {
        switch ConstraintTests.twin(of: code) {
        case .none(let reason): #expect(!reason.isEmpty)
        case .constraint(let names):
            #expect(!names.isEmpty)
            for name in names {
                #expect(Scene.breaking(name) != "", "\(name) is broken by no statement here")
            }
        }
    }

    @Test(arguments: ["", "many"])
    func `each constraint refuses by its own name what it is there for`(_ rows: String) async throws
    {
        try await onScene { connection in
            // Whoever copies lists in has the rules asked in another way: they are the same.
            try await connection.execute("SET pumasi.rows = '\(rows)'")
            for broken in Scene.breaks {
                let error = try await SchemaDatabase.refusal(broken.script, on: connection)
                #expect(error?.constraintName == broken.constraint, "\(broken.script)")
                #expect(error?.sqlState?.category == "23", "\(broken.constraint)")
            }
        }
    }

    /// A trigger holds these, and not the table: nobody turns it off for a session.
    @Test func `what a donation may say holds whatever a session says of its role`() async throws {
        let held: Set = [
            "amount_invalid", "before_scheme", "checks_incomplete", "consent_missing",
            "date_invalid", "donated_on_in_future", "donation_cap_year_is_the_date",
            "donation_channel_known", "donation_disputed_is_reported",
            "donation_gift_kind_known", "donation_gift_value_not_negative",
            "donation_official_receipt_no_length", "donation_origin_known",
            "donation_precision_known", "donation_purpose_known",
            "donation_unlawful_ground_known", "donation_unlawful_is_intake",
            "donor_has_interest_in_recipient", "donor_not_in_own_name",
            "donor_not_natural_person", "earmark_not_available", "gift_forbidden_kind",
            "gift_not_wanted", "gift_over_limit", "place_not_public", "recipient_not_in_force",
            "recipient_barred", "donor_residence_unknown",
        ]
        #expect(held.isSubset(of: Scene.breaks.map(\.constraint)))
        try await onScene(as: nil) { connection in
            try await connection.execute("SET session_replication_role = replica")
            for broken in Scene.breaks where held.contains(broken.constraint) {
                let error = try await SchemaDatabase.refusal(broken.script, on: connection)
                #expect(error?.constraintName == broken.constraint, "\(broken.script)")
            }
        }
    }

    @Test func `what the world reports against a rule is kept as disputed`() async throws {
        let rules: [(String, Gift)] = [
            ("donor_not_natural_person", Gift(to: 3, isNaturalPerson: false)),
            ("donor_not_in_own_name", Gift(to: 3, isInOwnName: false)),
            ("recipient_not_in_force", Gift(to: 4, on: "2023-07-01")),
            ("recipient_barred", Gift(to: 6, on: "2023-06-01")),
            ("donor_resides_in_recipient", Gift(to: 2)),
            ("recipient_is_donors_metropolitan", Gift(to: 1)),
            ("donor_employed_by_recipient", Gift(to: 3, from: 3)),
            ("donor_has_interest_in_recipient", Gift(to: 3, receiving: ["interest": "true"])),
            ("earmark_not_available", Gift(to: 3, receiving: ["purpose": "1"])),
            (
                "project_not_open",
                Gift(to: 6, on: "2024-05-01", receiving: ["project_id": Scene.id("b3")])
            ),
            ("gift_forbidden_kind", Gift(to: 3, receiving: ["gift_kind": "'cash'"])),
            ("gift_over_limit", Gift(to: 3, receiving: ["gift_value": "3001"])),
            (
                "gift_not_wanted",
                Gift(to: 3, receiving: ["gift_value": "1", "gift_wanted": "false"])
            ),
            ("consent_missing", Gift(to: 3, receiving: ["checks": Gift.checks(shared: "false")])),
        ]
        let kept = [
            "donor_not_in_own_name", "recipient_barred", "donor_resides_in_recipient",
            "recipient_is_donors_metropolitan", "donor_employed_by_recipient",
            "donor_has_interest_in_recipient", "place_not_public", "gift_forbidden_kind",
            "gift_over_limit",
        ]
        try await onScene { connection in
            for (rule, gift) in rules {
                let refused = try await SchemaDatabase.refusal(gift.script, on: connection)
                #expect(refused?.constraintName == rule)
                let told = gift.disputed(rule).script
                #expect(try await SchemaDatabase.refusal(told, on: connection) == nil, "\(rule)")
                // Money that was taken against some of them can be recorded to be returned.
                var taken = gift
                taken.receiving["unlawful_ground"] = "1"
                let error = try await SchemaDatabase.refusal(taken.script, on: connection)
                #expect(error?.constraintName == (kept.contains(rule) ? nil : rule))
            }
        }
    }

    /// The database knows less than the domain and must never refuse what the domain lets pass.
    @Test func `what a vague date leaves open is not refused`() async throws {
        let gifts = [
            Gift(to: 3),
            Gift(to: 3, residence: nil, amount: nil, origin: "reported"),
            // The recipient existed on some of the possible days.
            Gift(to: 4, on: "2023-08-01", precision: "on_or_before", origin: "reported"),
            Gift(to: 4, on: "2023-01-01", precision: "year", origin: "reported"),
            // The bar covers some of them.
            Gift(to: 6, on: "2023-01-01", precision: "year", origin: "reported"),
            // The residence ended, and the office was held, within the year.
            Gift(
                to: 4, residence: "47720", on: "2023-01-01", precision: "year",
                origin: "reported"),
            Gift(to: 3, from: 3, on: "2023-01-01", precision: "year", origin: "reported"),
            // The day before and the day after.
            Gift(to: 4, on: "2023-06-30"),
            Gift(to: 6, on: "2023-05-31"),
            Gift(to: 6, on: "2023-09-01"),
            Gift(to: 3, on: "2023-01-01"),
            Gift(to: 3, on: "2024-01-01"),
            // Some of the possible days allow a designation; a report has no checks.
            Gift(
                to: 3, on: "2024-01-01", precision: "year", origin: "reported",
                receiving: ["purpose": "1", "checks": "NULL", "channel": "NULL"]),
            // Nobody said whether the donor consented, or was offered a gift.
            Gift(
                to: 3, origin: "reported", receiving: ["checks": Gift.checks(shared: "null")]),
            Gift(to: 3, on: "2024-02-28", receiving: ["project_id": Scene.id("b4")]),
            Gift(to: 3, receiving: ["gift_value": "3000", "gift_kind": "'local_product'"]),
            Gift(to: 3, receiving: ["gift_value": "0", "gift_wanted": "false"]),
            Gift(to: 3, receiving: ["checks": Gift.checks(shared: "true")]),
        ]
        try await onScene { connection in
            for gift in gifts {
                let error = try await SchemaDatabase.refusal(gift.script, on: connection)
                #expect(error == nil, "\(gift.script) \(error?.logText ?? "")")
            }
        }
    }

    @Test func `two daemons that close a loop together are told so, one of them`() async throws {
        try await SchemaDatabase.with { conninfo in
            let app = SchemaDatabase.Account.app.conninfo(conninfo)
            // Two runs that name each other's runner: either answer alone is fine.
            try await SchemaDatabase.execute(
                Scene.script + Scene.participation(50, "c4", of: "a1", on: "2022-03-01")
                    + Scene.participation(51, "c5", of: "a2", on: "2022-04-01")
                    + Scene.nomination(52, "e4", from: "c4", of: "a2")
                    + Scene.nomination(53, "e5", from: "c5", of: "a1"), on: app)
            async let first = outcome(of: Scene.answer("e4", by: "c5"), on: app)
            async let second = outcome(of: Scene.answer("e5", by: "c4"), on: app)
            let names = try await [first, second]
            #expect(names.filter { $0 == "nomination_cycle" }.count == 1)
            #expect(names.filter { $0 == "" }.count == 1)
        }
    }

    private func outcome(of script: String, on conninfo: String) async throws -> String {
        do {
            try await SchemaDatabase.execute(script, on: conninfo)
            return ""
        } catch let error as PostgresError {
            return error.constraintName ?? error.logText
        }
    }

    @Test func `the cap of each year is the domain's`() async throws {
        try await SchemaDatabase.with { conninfo in
            let caps = try await SchemaDatabase.ask(
                "SELECT annual_cap(year) FROM generate_series(2023, 2100) AS year", conninfo)
            let expected = (2023...2100).map { Scheme.annualCap(in: $0)?.amount.description ?? "" }
            #expect(caps == expected.joined(separator: "\n"))
            let before = try await SchemaDatabase.ask("SELECT annual_cap(2022)", conninfo)
            #expect(before == "0" && Scheme.annualCap(in: 2022) == nil)
        }
    }

    /// Runs a test as the daemon's role on the scene.
    /// - Parameter account: who does what `body` does; `nil` for whoever owns the server.
    private func onScene(
        as account: SchemaDatabase.Account? = .app, _ body: (Connection) async throws -> Void
    ) async throws {
        try await SchemaDatabase.with { conninfo in
            let app = SchemaDatabase.Account.app.conninfo(conninfo)
            try await SchemaDatabase.execute(Scene.script, on: app)
            try await SchemaDatabase.withConnection(account?.conninfo(conninfo) ?? conninfo, body)
        }
    }
}
