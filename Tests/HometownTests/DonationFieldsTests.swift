import Hometown
import Testing

@Suite struct DonationFieldsTests {
    private static let person = "01890f3e-7b1c-7a2b-9c3d-0123456789ab"

    private static let whole = [
        "origin": "intake", "donor_key": "k-1", "donor_name": "홍길동", "donor_kind": "person",
        "own_name": "true", "residence": "서울 송파구", "residence_basis": "document_submitted",
        "residence_checked_on": "2023. 4. 10.(월)", "employer": "none", "recipient": "아산시",
        "amount": "10만원", "donated_on": "어제", "date_precision": "day",
        "interest": "false", "channel": "public_place", "channel_name": "아산시청",
        "gift_kind": "local_product", "gift_value": "3만원", "gift_wanted": "true",
        "checks": "passed document_submitted 2023-04-10",
        "check_person": "passed shared_administrative_information 어제", "pledge_no": "2023-7",
        "consent": "true", "official_receipt_no": "제1호", "exchange_id": person,
        "leg_id": person, "participation_id": person,
    ]

    private func outcome(_ changes: [String: String]) -> DonationFields.Outcome {
        let values = DonationFieldsTests.whole.merging(changes) { $1 }
        return DonationFields(values).draft(today: SampleRegistry.day("2023-04-11")) { key in
            Identifier(high: 7, low: UInt64(key.utf8.count))
        }
    }

    /// `field code` of each problem; empty when there is a draft.
    private func problems(_ changes: [String: String]) -> [String] {
        guard case .problems(let problems) = outcome(changes) else { return [] }
        #expect(problems.allSatisfy { !$0.text.korean.isEmpty && !$0.text.english.isEmpty })
        return problems.map { $0.field + " " + $0.code }
    }

    private func draft(_ changes: [String: String]) throws -> DonationDraft {
        guard case .draft(let draft) = outcome(changes) else {
            throw SampleProblem(fields: problems(changes))
        }
        return draft
    }

    private struct SampleProblem: Error { let fields: [String] }

    @Test func `Every field finds its place in the draft`() throws {
        let draft = try draft([:])
        let identifier = Identifier(DonationFieldsTests.person)
        #expect(draft.origin == .intake)
        #expect(draft.donor == .keyed(Identifier(high: 7, low: 3)))
        #expect(draft.donorKind == .person)
        #expect(draft.displayName == "홍길동")
        #expect(draft.isInOwnName == true)
        #expect(
            draft.residence
                == Residence(
                    .government("서울 송파구"), basis: .documentSubmitted,
                    checkedOn: SampleRegistry.day("2023-04-10")))
        #expect(draft.employer == .noGovernment)
        #expect(draft.recipient == "아산시")
        #expect(draft.amount == Won(100_000))
        #expect(draft.donatedOn == EventDate(SampleRegistry.day("2023-04-10")))
        #expect(draft.channel == .publicPlace)
        #expect(draft.channelName == "아산시청")
        #expect(draft.exchange == identifier && draft.leg == identifier)
        #expect(draft.participation == identifier)
        #expect(draft.hasInterest == false)
        #expect(draft.gift == ReturnGift(kind: .localProduct, value: Won(30_000), isWanted: true))
        let papers = Check(
            .passed, basis: .documentSubmitted, on: SampleRegistry.day("2023-04-10"))
        var checks = Checks(all: papers, pledge: "2023-7", hasConsent: true)
        checks.person?.basis = .sharedAdministrativeInformation
        #expect(draft.checks == checks)
        #expect(draft.officialReceiptNo == "제1호")
        #expect(draft.blankedFields.isEmpty)
        #expect(
            judge(draft, standing: .empty, facts: JudgementTests.facts).outcome == .standing)
    }

    @Test func `The check of the residence says how and when it was checked`() throws {
        let draft = try draft(["residence_basis": "", "residence_checked_on": ""])
        #expect(draft.residence?.basis == .documentSubmitted)
        #expect(draft.residence?.checkedOn == SampleRegistry.day("2023-04-10"))
    }

    @Test func `A report needs no more than donor, recipient and date`() throws {
        let fields = DonationFields([
            "origin": "reported", "donor_person": DonationFieldsTests.person,
            "recipient": "충남", "donated_on": "2023-04-10", "date_precision": "on_or_before",
        ])
        let outcome = fields.draft(today: SampleRegistry.day("2023-04-11")) { _ in
            Identifier(high: 0, low: 0)
        }
        guard case .draft(let draft) = outcome else { return #expect(Bool(false)) }
        #expect(draft.donatedOn.precision == .onOrBefore)
        #expect(draft.amount == nil && draft.residence == nil && draft.channel == nil)
        #expect(draft.isInOwnName == nil)
    }

    @Test func `Choices are closed, and what they allow is said`() {
        #expect(problems(["origin": "press"]) == ["origin value_invalid"])
        #expect(problems(["donor_kind": "Person"]) == ["donor_kind value_invalid"])
        #expect(problems(["own_name": "yes"]) == ["own_name value_invalid"])
        #expect(problems(["residence_basis": "told"]) == ["residence_basis value_invalid"])
        #expect(problems(["channel": "cash"]) == ["channel value_invalid"])
        #expect(problems(["exchange_id": "12"]) == ["exchange_id value_invalid"])
        #expect(problems(["purpose": "5"]) == ["purpose value_invalid"])
        #expect(problems(["gift_kind": "rice"]) == ["gift_kind value_invalid"])
        #expect(problems(["gift_value": "x"]) == ["gift_value value_invalid"])
        for check in ["passed", "passed told 2023-04-10", "passed document_submitted 2023-04"] {
            #expect(problems(["checks": check]) == ["checks value_invalid"])
        }
        #expect(problems(["donor_person": "x"]) == ["donor_key value_invalid"])
        #expect(problems(["amonut": "1"]) == ["amonut field_unknown"])
    }

    @Test func `Missing fields are all named at once`() {
        let empty = DonationFields().draft(today: SampleRegistry.day("2023-04-11")) { _ in
            Identifier(high: 0, low: 0)
        }
        guard case .problems(let problems) = empty else { return #expect(Bool(false)) }
        #expect(problems.map(\.field) == ["origin", "donor_key", "recipient", "donated_on"])
        #expect(problems.allSatisfy { $0.code == "value_missing" })
    }

    @Test func `Amounts and dates answer with their refusal's code and their own reason`() {
        for amount in ["-1", "0", "10.5", "100,00", "1e5", "x"] {
            #expect(problems(["amount": amount]) == ["amount amount_invalid"])
        }
        for date in ["2023-02-29", "23.4.10", "x"] {
            #expect(problems(["donated_on": date]) == ["donated_on date_invalid"])
        }
        #expect(problems(["date_precision": "month"]) == ["date_precision date_invalid"])
        #expect(
            problems(["residence_checked_on": "2023-04"]) == ["residence_checked_on date_invalid"])
    }

    @Test(
        "A resident number is thrown away in every field",
        arguments: DonationField.allCases)
    func residentNumber(field: DonationField) throws {
        let number = "900101-1234567"
        let outcome = outcome([field.rawValue: "가 " + number])
        var everything = ""
        dump(outcome, to: &everything)
        #expect(!everything.contains("900101"))
        switch outcome {
        case .draft(let draft):
            #expect(draft.blankedFields == [field.rawValue])
            let verdict = judge(draft, standing: .empty, facts: JudgementTests.facts)
            #expect(verdict.refusals.first?.code == .residentNumberPresent)
        case .problems(let problems):
            #expect(problems.map(\.field) == [field.rawValue])
            #expect(problems.first?.code == "resident_number_present")
        }
    }

    @Test(
        "What no database keeps is no value, and told once", arguments: DonationField.allCases)
    func zero(field: DonationField) {
        #expect(problems([field.rawValue: "가\0나"]) == [field.rawValue + " value_invalid"])
    }

    @Test(
        "A number that was struck out is no value, and told once",
        arguments: DonationField.allCases)
    func mask(field: DonationField) {
        let mask = ResidentNumber.redacting("900101-1234567")
        #expect(problems([field.rawValue: mask]) == [field.rawValue + " value_invalid"])
    }

    @Test(arguments: [
        "적합 서류 2023-04-10", "적합, 서류 확인, 2023. 4. 10.", "적합 서류확인 20230410",
        "통과 서류 확인 어제", "passed 서류 확인 2023-04-10",
    ])
    func `a check is read in the words of the console`(text: String) throws {
        let check = Check(
            .passed, basis: .documentSubmitted, on: SampleRegistry.day("2023-04-10"))
        #expect(try draft(["check_resident": text]).checks?.resident == check)
    }

    @Test func `a check that failed is told from one that passed, and a word too few from both`()
        throws
    {
        let check = try draft(["check_person": "부적합 행정정보 공동이용 어제"]).checks?.person
        #expect(check?.result == .failed && check?.basis == .sharedAdministrativeInformation)
        for text in ["적합", "적합 행정정보 어제", "적합 서류 확인", "적합 확인 어제", "서류 확인 어제"] {
            #expect(problems(["check_person": text]) == ["check_person value_invalid"], "\(text)")
        }
    }

    @Test(arguments: ["none", "없음"])
    func `no residence in Korea and no employer are said in either language`(
        word: String
    ) throws {
        let draft = try draft(["residence": word, "employer": word])
        #expect(draft.residence?.place == .noneInKorea)
        #expect(draft.employer == .noGovernment)
        let fields = DonationFields(["residence": word, "employer": word])
        let changes = fields.changes(today: SampleRegistry.day("2023-04-11")) { _ in
            Identifier(high: 7, low: 7)
        }
        #expect(changes.fields[.residence] == "none" && changes.fields[.employer] == "none")
        #expect(changes.problems.isEmpty)
    }

    @Test func `Texts are trimmed, composed and bounded`() throws {
        #expect(try draft(["recipient": "\u{200B} 아산시\u{00A0}"]).recipient == "아산시")
        let decomposed = "\u{1112}\u{1169}\u{11BC}"
        #expect(
            try Array(draft(["donor_name": decomposed]).displayName?.utf8 ?? "".utf8)
                == Array("홍".utf8))
        let long = String(repeating: "가", count: DonationField.charactersMax + 1)
        #expect(problems(["donor_name": long]) == ["donor_name value_too_long"])
        // One character to a reader, and as many to a table as there are marks on it.
        let marked = "e" + String(repeating: "\u{301}", count: DonationField.charactersMax + 1)
        #expect(problems(["donor_name": marked]) == ["donor_name value_too_long"])
    }

    @Test(arguments: [
        "donor_name", "residence", "employer", "recipient", "channel_name", "pledge_no",
        "official_receipt_no",
    ])
    func `a text that is kept holds nothing that nobody sees`(field: String) {
        for text in ["홍\n길동", "홍\u{202E}길동", "홍\u{200B}길동", "\u{1B}]0;홍\u{7}"] {
            let found = problems([field: text])
            #expect(found == [field + " value_invalid"], "\(text.debugDescription)")
        }
    }

    @Test func `a value is read out of a text whatever nobody sees in it`() throws {
        #expect(try draft(["donated_on": "\u{200E}2023-\u{200E}04-10"]).amount == Won(100_000))
        #expect(try draft(["amount": "10\u{200B}만"]).amount == Won(100_000))
        // A key is hashed, and the same key is the same donor as ever.
        #expect(try draft(["donor_key": "a\tb"]).donor == .keyed(Identifier(high: 7, low: 3)))
    }

    @Test func `what stands in the ledger is read as it was taken in`() {
        let values = DonationFieldsTests.whole.merging([
            "donor_name": "홍\u{202E}길동", "pledge_no": String(repeating: "1", count: 300),
        ]) { $1 }
        let today = SampleRegistry.day("2023-04-11")
        let outcome = DonationFields(values).draft(today: today, isOnRecord: true) { _ in
            Identifier(high: 7, low: 7)
        }
        guard case .draft(let draft) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(draft.displayName == "홍\u{202E}길동")
    }

    @Test func `Neither fields nor draft say anything personal of themselves`() throws {
        let fields = DonationFields(DonationFieldsTests.whole)
        #expect(!"\(fields)".contains("홍길동") && "\(fields)".contains("donor_name"))
        #expect(try "\(draft([:]))" == "intake donation to 아산시 of 2023-04-10")
    }

    @Test func `Fields are named as the API names them`() {
        let names = """
            origin donor_person donor_key donor_name donor_kind own_name residence \
            residence_basis residence_checked_on employer interest recipient amount \
            donated_on date_precision channel channel_name purpose project_id gift_kind \
            gift_value gift_wanted checks check_resident check_person check_annual_total \
            check_gift_wish pledge_no consent official_receipt_no exchange_id leg_id \
            participation_id received_unlawful late_approval
            """
        #expect(DonationField.allCases.map(\.rawValue).joined(separator: " ") == names)
    }
}
