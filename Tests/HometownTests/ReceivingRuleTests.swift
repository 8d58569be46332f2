import Hometown
import Testing

private func day(_ text: String) -> CivilDate { SampleRegistry.day(text) }

/// R15 and R17 to R24, in the order of the ladder.
@Suite struct ReceivingRuleTests {
    private static let library = Identifier(high: 21, low: 1)

    private static var facts: DonationFacts {
        var facts = JudgementTests.facts
        facts.projects[library] = Project(
            id: library, name: Bilingual("도서관", "Library"),
            government: SampleRegistry.unit("44200").id, purpose: .community,
            openFrom: day("2024-04-01"), openTo: day("2024-07-01"))
        return facts
    }

    private func intake(_ change: (inout DonationDraft) -> Void) -> String {
        JudgementTests.judged(facts: ReceivingRuleTests.facts, change)
    }

    /// Judged as reported, of all that is known of the lawful intake.
    private func reported(_ change: (inout DonationDraft) -> Void) -> String {
        intake {
            $0.origin = .reported
            change(&$0)
        }
    }

    @Test func `R14 and R15 what is on record of the donor counts while it surely holds`() {
        func answer(
            _ relation: Interest.Relation, at code: String = "44200", from: String? = "2024-01-01",
            to: String? = nil, on date: String = "2024-05-01"
        ) -> String {
            var facts = JudgementTests.facts
            facts.interests = [
                Interest(
                    government: SampleRegistry.unit(code).id, relation: relation,
                    validFrom: from.map(day), validTo: to.map(day))
            ]
            return JudgementTests.judged(facts: facts) { $0.donatedOn = EventDate(day(date)) }
        }
        for relation in [Interest.Relation.contract, .disposition, .other] {
            #expect(answer(relation) == "refused donor_has_interest_in_recipient")
            #expect(answer(relation, at: "44000") == "standing")
            #expect(answer(relation, from: nil) == "standing; R15")
            #expect(answer(relation, to: "2024-05-01") == "standing")
            #expect(
                answer(relation, to: "2024-05-02") == "refused donor_has_interest_in_recipient")
            #expect(answer(relation, on: "2023-12-31") == "standing")
        }
        #expect(answer(.employment) == "refused donor_employed_by_recipient")
        #expect(answer(.employment, from: nil) == "standing; R14")
        #expect(answer(.employment, at: "44000") == "standing")
    }

    @Test func `R15 a declared tie refuses, and silence passes nothing`() {
        #expect(intake { $0.hasInterest = true } == "refused donor_has_interest_in_recipient")
        #expect(reported { $0.hasInterest = true } == "disputed donor_has_interest_in_recipient")
        #expect(intake { $0.hasInterest = nil } == "standing; R15")
    }

    @Test func `R17 staff know how the money came and name the place`() {
        #expect(intake { $0.channel = nil } == "refused place_not_public")
        #expect(intake { $0.channel = .publicPlace } == "refused place_not_public")
        #expect(
            intake {
                $0.channel = .publicPlace
                $0.channelName = "아산시청 민원실"
            } == "standing")
        #expect(reported { $0.channel = nil } == "standing; R17")
        #expect(reported { $0.channel = .publicPlace } == "standing; R17")
    }

    @Test func `R18 designations begin on 20 February 2024`() {
        for (date, precision, answer) in [
            ("2024-02-19", EventDate.Precision.day, "disputed earmark_not_available"),
            ("2024-02-20", .day, "standing"),
            ("2024-01-01", .month, "disputed earmark_not_available"),
            ("2024-02-01", .month, "standing; R18"), ("2024-01-01", .year, "standing; R18"),
            ("2024-03-01", .month, "standing"),
        ] {
            let found = reported {
                $0.purpose = .community
                $0.donatedOn = EventDate(day(date), precision: precision)
            }
            #expect(found == answer, "\(date) \(precision)")
        }
        #expect(
            intake {
                $0.purpose = .otherWelfare
                $0.donatedOn = EventDate(day("2024-02-19"))
            } == "refused earmark_not_available")
    }

    @Test func `R19 a project is the recipient's, for its purpose, and open on the day`() {
        func judged(
            _ date: String = "2024-05-01", _ purpose: Purpose? = nil,
            to recipient: String = "44200", precision: EventDate.Precision = .day,
            origin: Origin = .intake
        ) -> String {
            intake {
                $0.origin = origin
                $0.project = ReceivingRuleTests.library
                $0.purpose = purpose
                $0.recipient = recipient
                $0.donatedOn = EventDate(day(date), precision: precision)
            }
        }
        #expect(judged() == "standing")
        #expect(judged("2024-04-01", .community) == "standing")
        #expect(judged("2024-06-30") == "standing")
        let closed = "refused project_not_open"
        #expect(judged("2024-03-31") == closed)
        #expect(judged("2024-07-01") == closed)
        #expect(judged(to: "44000") == closed)
        #expect(judged("2024-05-01", .cultureAndHealth) == closed)
        #expect(judged("2024-07-01", origin: .reported) == "disputed project_not_open")
        #expect(judged("2024-01-01", precision: .year, origin: .reported) == "standing; R18 R19")
        #expect(
            intake { $0.project = Identifier(high: 9, low: 9) } == "refused reference_unknown")
        #expect(
            reported { $0.project = Identifier(high: 9, low: 9) } == "refused reference_unknown")
    }

    @Test(arguments: ReturnGift.Kind.allCases)
    func `R20 three kinds of gifts are lawful`(kind: ReturnGift.Kind) {
        let isLawful = [.localProduct, .localVoucher, .byOrdinance].contains(kind)
        let gift = ReturnGift(kind: kind, value: Won(1), isWanted: true)
        #expect(
            intake { $0.gift = gift } == (isLawful ? "standing" : "refused gift_forbidden_kind"))
        #expect(
            reported { $0.gift = gift } == (isLawful ? "standing" : "disputed gift_forbidden_kind"))
    }

    @Test func `R20 a gift of a kind that nobody wrote down passes nothing`() {
        func judged(_ value: Int64?, _ isWanted: Bool?) -> String {
            intake {
                $0.gift = ReturnGift(kind: nil, value: value.map { Won($0) }, isWanted: isWanted)
            }
        }
        #expect(judged(1000, true) == "standing; R20")
        #expect(judged(0, true) == "standing")
        #expect(judged(nil, true) == "standing")
    }

    @Test(arguments: [
        (100_000, 30_000), (99_999, 29_999), (333_333, 99_999), (3, 0), (4, 1),
        (20_000_000, 6_000_000), (9_007_199_254_740_991, 2_702_159_776_422_297),
    ])
    func `R21 a gift is worth three tenths of its donation at most`(amount: Int64, limit: Int64) {
        #expect(ReturnGift.limit(for: Won(amount)) == Won(limit))
        #expect(limit == Int64((Int128(amount) * 30) / 100))
    }

    @Test func `R21 the value is judged against this donation alone`() {
        func judged(_ value: Int64?, _ amount: Int64? = 99_999) -> String {
            reported {
                $0.amount = amount.map { Won($0) }
                $0.gift = ReturnGift(
                    kind: .localProduct, value: value.map { Won($0) }, isWanted: true)
            }
        }
        #expect(judged(29_999) == "standing")
        #expect(judged(30_000) == "disputed gift_over_limit")
        #expect(judged(nil) == "standing; R21")
        #expect(judged(1, nil) == "standing; R16 R21")
        #expect(
            intake { $0.gift = ReturnGift(kind: nil, value: Won(30_001), isWanted: true) }
                == "refused gift_over_limit; R20")
    }

    @Test func `R22 whoever declined gets nothing`() {
        func judged(_ kind: ReturnGift.Kind?, _ value: Int64?, _ isWanted: Bool?) -> String {
            intake {
                $0.gift = ReturnGift(
                    kind: kind, value: value.map { Won($0) }, isWanted: isWanted)
            }
        }
        #expect(judged(nil, nil, false) == "standing")
        #expect(judged(nil, 0, false) == "standing")
        #expect(judged(nil, 1, false) == "refused gift_not_wanted; R20")
        #expect(judged(.localProduct, nil, false) == "refused gift_not_wanted; R21")
        #expect(judged(.localProduct, 1, nil) == "standing; R22")
    }

    @Test func `R23 staff make four checks and hold the signed pledge`() {
        let today = "2026-11-20"
        let changes: [(Checks.Item, (inout Checks) -> Void)] = [
            (.resident, { $0.resident = nil }), (.person, { $0.person = nil }),
            (.annualTotal, { $0.annualTotal?.on = day(today).adding(days: 1) }),
            (.giftWish, { $0.giftWish = nil }), (.pledge, { $0.pledge = nil }),
        ]
        for (item, change) in changes {
            var draft = JudgementTests.intake
            if var checks = draft.checks {
                change(&checks)
                draft.checks = checks
            }
            let verdict = judge(draft, standing: .empty, facts: JudgementTests.facts)
            #expect(verdict.refusals == [.checksIncomplete(items: [item])], "\(item)")
        }
        let none = judge(
            {
                var draft = JudgementTests.intake; draft.checks = nil; return draft
            }(),
            standing: .empty, facts: JudgementTests.facts)
        #expect(none.refusals == [.checksIncomplete(items: Checks.Item.allCases)])
        #expect(reported { $0.checks = nil } == "standing")
    }

    @Test func `R23 a check that failed is recorded of money that goes back on its ground`() {
        func judged(_ ground: ReturnGround?, _ change: (inout Checks) -> Void) -> Verdict {
            var draft = JudgementTests.intake
            draft.receivedUnlawful = ground
            var checks = draft.checks ?? Checks()
            change(&checks)
            draft.checks = checks
            return judge(draft, standing: .empty, facts: JudgementTests.facts)
        }
        let resident: (inout Checks) -> Void = { $0.resident?.result = .failed }
        let failed = judged(nil, resident)
        #expect(failed.outcome == .refused)
        #expect(failed.refusals == [.checksIncomplete(items: [], failed: [.resident])])
        #expect(judged(.resident, resident).outcome == .returnDue)
        #expect(judged(.nameOrRelation, resident).outcome == .refused)
        let person: (inout Checks) -> Void = { $0.person?.result = .failed }
        #expect(judged(.nameOrRelation, person).outcome == .returnDue)
        #expect(judged(.resident, person).outcome == .refused)
        // Both failed: either ground fits. Passing the cap is none, and what is missing is made.
        let both: (inout Checks) -> Void = { checks in
            resident(&checks)
            person(&checks)
        }
        #expect(judged(.resident, both).outcome == .returnDue)
        #expect(judged(.resident) { $0.annualTotal?.result = .failed }.outcome == .refused)
        let incomplete = judged(.resident) {
            resident(&$0)
            $0.pledge = nil
        }
        #expect(incomplete.outcome == .refused)
        #expect(
            incomplete.refusals == [.checksIncomplete(items: [.pledge], failed: [.resident])])
    }

    @Test func `R24 records of other offices need consent, papers do not`() {
        func judged(_ origin: Origin, _ consent: Bool?, ofResidence: Bool = false) -> String {
            intake {
                $0.origin = origin
                $0.checks?.hasConsent = consent
                if ofResidence {
                    $0.residence?.basis = .sharedAdministrativeInformation
                } else {
                    $0.checks?.person?.basis = .sharedAdministrativeInformation
                }
            }
        }
        for ofResidence in [false, true] {
            #expect(judged(.intake, true, ofResidence: ofResidence) == "standing")
            #expect(judged(.intake, nil, ofResidence: ofResidence) == "refused consent_missing")
            #expect(judged(.intake, false, ofResidence: ofResidence) == "refused consent_missing")
            #expect(judged(.reported, nil, ofResidence: ofResidence) == "standing; R24")
            #expect(
                judged(.reported, false, ofResidence: ofResidence) == "disputed consent_missing")
        }
        #expect(intake { $0.checks?.hasConsent = false } == "standing")
    }

    @Test func `Checks are read back as they were written`() throws {
        let check = Check(.passed, basis: .documentSubmitted, on: day("2024-05-01"))
        var mixed = Checks(all: check, pledge: "7", hasConsent: true)
        mixed.person = nil
        mixed.giftWish?.result = .failed
        for checks in [Checks(), Checks(all: check, pledge: nil), mixed] {
            let bytes = CanonicalWriter.object(checks.write)
            #expect(bytes == checks.canonical.bytes)
            #expect(Checks(try CanonicalValue(parsing: bytes)) == checks)
        }
        #expect(
            String(
                decoding: CanonicalWriter.object(Checks(all: check, pledge: "7").write),
                as: UTF8.self)
                == #"{"all":{"basis":"document_submitted","on":"2024-05-01","result":"passed"},"#
                + #""pledge":"7"}"#)
    }
}
