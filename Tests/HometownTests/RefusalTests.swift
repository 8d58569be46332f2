import Hometown
import Testing

/// Every refusal with its whole text, in the order of the ladder.
@Suite struct RefusalTests {
    private static let asan = Bilingual("아산시", "Asan-si")
    private static let date = EventDate(SampleRegistry.day("2024-05-01"))
    private static let today = SampleRegistry.day("2024-05-02")

    private static let samples: [(Refusal, String, String)] = [
        (
            .residentNumberPresent(fields: ["employer"]), "employer",
            "주민등록번호로 보이는 값이 있습니다. 저장하지 않으니 지우고 다시 입력해 주십시오."
        ),
        (.amountInvalid, "amount", "금액은 1원 이상의 정수로 입력해 주십시오."),
        (
            .dateInvalid(field: "donated_on", reason: Bilingual("없는 날짜", "no such day")),
            "donated_on", "없는 날짜"
        ),
        (
            .donatedOnInFuture(today: today), "donated_on",
            "기부일이 오늘(2024. 5. 2.)보다 늦습니다. 날짜를 확인해 주십시오."
        ),
        (.beforeScheme, "donated_on", "제도 시행일(2023. 1. 1.) 전의 기부는 등록할 수 없습니다."),
        (
            .donorNotNaturalPerson, "donor_kind",
            "개인만 기부할 수 있습니다. 법인·단체 명의는 등록할 수 없습니다."
        ),
        (
            .donorNotInOwnName, "own_name",
            "본인 명의의 기부만 등록할 수 있습니다. 기부자를 확인해 주십시오."
        ),
        (
            .governmentUnknown(field: "recipient", name: "아산시갑", suggestions: [asan]),
            "recipient", "'아산시갑'은(는) 지자체가 아닙니다. 혹시 아산시?"
        ),
        (
            .governmentNameAmbiguous(field: "residence", name: "중구", candidates: [asan, asan]),
            "residence", "'중구' 이름의 지자체가 2곳입니다. 시·도를 함께 선택해 주십시오."
        ),
        (
            .recipientNotInForce(
                recipient: asan, date: date, inForce: [asan], isYetToCome: false),
            "recipient", "2024. 5. 1.에 없는 지자체(아산시)입니다. 승계 지자체: 아산시"
        ),
        (
            .recipientBarred(
                recipient: asan,
                bar: Bar(
                    government: 1, validFrom: today, validTo: SampleRegistry.day("2024-07-01"),
                    reason: "권유")),
            "recipient",
            "받는 지자체(아산시)는 2024. 5. 2.∼6. 30. 모금·접수가 제한되어 있습니다. 사유: 권유"
        ),
        (
            .donorResidenceUnknown, "residence",
            "기부 당시 주소지 확인 기록이 없습니다. 시·군·구를 입력해 주십시오."
        ),
        (
            .donorResidesInRecipient(residence: asan), "recipient",
            "주민은 자기 지자체에 기부할 수 없습니다(주소지 아산시). 다른 지자체를 선택해 주십시오."
        ),
        (
            .recipientIsDonorsMetropolitan(recipient: asan), "recipient",
            "받는 지자체(아산시)는 기부자 주소지가 속한 시·도입니다. 다른 지자체를 선택해 주십시오."
        ),
        (
            .donorResidenceAmbiguous(residence: asan, date: today, isYetToCome: false),
            "residence",
            "주소지(아산시)가 2024. 5. 2.에 여러 지자체로 나뉘었습니다. 현재 주소지를 확인해 주십시오."
        ),
        (
            .donorResidenceAmbiguous(residence: asan, date: today, isYetToCome: true),
            "residence",
            "주소지(아산시)는 2024. 5. 2.에 여러 지자체가 합쳐 생겼습니다. 기부 당시 주소지를 확인해 주십시오."
        ),
        (
            .donorEmployedByRecipient(recipient: asan, date: date, office: nil), "recipient",
            "기부자는 2024. 5. 1.에 아산시 소속(직원)입니다. 소속 지자체에는 기부할 수 없습니다."
        ),
        (
            .donorHasInterestInRecipient(recipient: asan), "recipient",
            "계약·처분 등 이해관계가 있는 지자체에는 기부할 수 없습니다."
        ),
        (
            .overAnnualCap(year: 2024, cap: Won(5_000_000), recorded: Won(4_900_000)), "amount",
            "2024년 상한 5,000,000원을 넘습니다. 기록된 금액 4,900,000원, 남은 금액 100,000원입니다."
        ),
        (
            .placeNotPublic(field: "channel_name"), "channel_name",
            "공개된 장소에서 받은 기부금만 접수할 수 있습니다. 장소를 확인해 주십시오."
        ),
        (
            .earmarkNotAvailable(field: "purpose"), "purpose",
            "지정기부는 2024. 2. 20.부터 가능합니다."
        ),
        (
            .projectNotOpen(project: Bilingual("도서관", "Library"), recipient: asan, date: date),
            "project_id", "2024. 5. 1.에 모금 중인 사업이 아닙니다(도서관)."
        ),
        (
            .giftForbiddenKind, "gift_kind",
            "현금·귀금속·타 지역 상품권 등은 답례품으로 제공할 수 없습니다."
        ),
        (
            .giftOverLimit(value: Won(30_001), limit: Won(30_000)), "gift_value",
            "답례품 가액 30,001원이 한도 30,000원(기부금의 30%)을 넘습니다."
        ),
        (.giftNotWanted, "gift_value", "기부자가 답례품을 받지 않겠다고 하였습니다."),
        (
            .checksIncomplete(items: [.person, .pledge]), "checks",
            "필수 확인 항목이 비어 있습니다: 본인 여부, 기탁서"
        ),
        (
            .checksIncomplete(items: [], failed: [.resident]), "checks",
            "확인 결과가 부적합한 항목이 있어 접수할 수 없습니다: 주민 여부"
        ),
        (
            .consentMissing, "consent",
            "행정정보 공동이용 동의가 없습니다. 동의를 받거나 서류로 확인해 주십시오."
        ),
        (
            .staffListingForbidden(field: "department"), "department",
            "직원별·부서별 실적이나 명단은 제공하지 않습니다(법 제6조)."
        ),
        (
            .earmarkFixed, "changes",
            "지정한 사업·목적은 정정할 수 없습니다. 오등록이면 취소 후 다시 등록해 주십시오."
        ),
        (.reasonRequired, "reason", "사유를 입력해 주십시오."),
        (.alreadySettled, "donation", "이미 취소되었거나 반환된 기부입니다."),
        (
            .correctionNotLast, "corrects",
            "마지막 정정만 되돌릴 수 있습니다. 그 뒤의 정정을 먼저 되돌려 주십시오."
        ),
        (.returnGroundRequired, "ground", "반환에는 법 제14조제1항의 사유(1∼7호)가 필요합니다."),
        (
            .returnGroundDiffers(recorded: .resident), "ground",
            "제1호(주민이 기부)로 받은 기부입니다. 같은 사유로 반환하거나 기부를 먼저 정정하십시오."
        ),
        (
            .returnGroundUnfit(found: .unlawfulGift), "received_unlawful",
            "위반한 사항의 반환 사유는 제7호(답례품 위반)입니다. 위법하게 받은 사유를 확인해 주십시오."
        ),
        (
            .returnAmountMismatch(
                expected: Won(70_000), amount: Won(100_000), gift: Won(30_000)), "amount",
            "반환액은 70,000원이어야 합니다(기부금 100,000원, 답례품 가액 30,000원)."
        ),
        (
            .returnGiftUnvalued, "amount",
            "답례품 가액이 적혀 있지 않아 반환액을 정할 수 없습니다. 답례품 가액을 먼저 정정하십시오."
        ),
        (
            .periodClosed(period: "2025-12"), "donated_on",
            "마감된 기간(2025-12)의 기부입니다. 관리자에게 늦은 등록 승인을 받고 그 식별자를 함께 적어 "
                + "다시 등록해 주십시오."
        ),
        (
            .lateApprovalInvalid, "late_approval",
            "이 기부에 쓸 수 있는 늦은 등록 승인이 아닙니다. 승인의 기간과 남은 건수를 확인해 주십시오."
        ),
        (
            .approvalRequired, "request",
            "다른 사람의 승인을 기다리는 요청입니다. 승인 뒤에 처리됩니다."
        ),
        (
            .secondPersonRequired(field: "late_approval"), "late_approval",
            "요청한 사람과 승인하는 사람은 달라야 합니다. 다른 사람이 처리해 주십시오."
        ),
        (
            .officeAmbiguous(date: today, offices: [asan, asan]), "office",
            "2024. 5. 2.에 직위가 둘 이상입니다: 아산시, 아산시. 어느 직위인지 선택해 주십시오."
        ),
        (
            .personUnknown(field: "person_name", name: "홍길동"), "person_name",
            "'홍길동' 이름의 인물이 없습니다. 인물을 먼저 등록하거나 이름을 확인해 주십시오."
        ),
        (
            .personAmbiguous(
                field: "nominee_name", name: "홍길동", candidates: [Bilingual("H-1", "H-1"), asan]),
            "nominee_name",
            "'홍길동' 이름으로 한 사람을 정할 수 없습니다(H-1, 아산시). 직위를 함께 쓰거나 이름 대신 인물 번호를 "
                + "써 주십시오."
        ),
        (
            .participationInFuture(today: today), "participated_on",
            "참여일이 오늘(2024. 5. 2.)보다 늦습니다. 날짜를 확인해 주십시오."
        ),
        (.nominationToSelf, "nominee", "자기 자신은 지명할 수 없습니다. 다음 주자를 확인해 주십시오."),
        (
            .nominationDuplicate(nominee: "이명수"), "nominee",
            "같은 참여에서 이미 이명수을(를) 지명했습니다. 앞선 지명을 확인해 주십시오."
        ),
        (
            .nominationCycle(path: ["갑", "을", "갑"]), "nominee",
            "지명 관계가 순환합니다(갑 → 을 → 갑). 참여와 지명을 확인해 주십시오."
        ),
        (
            .nominationAnswered, "answers", "이미 다른 참여가 응답한 지명입니다. 지명을 확인해 주십시오."
        ),
        (
            .participationDuplicate, "person",
            "같은 챌린지에 같은 해의 참여가 이미 있습니다. 앞선 참여를 확인해 주십시오."
        ),
        (
            .legLeadsElsewhere, "leg_id",
            "이 기부와 방향이 다른 한쪽 기부입니다. 주는 지자체와 받는 지자체를 확인해 주십시오."
        ),
        (
            .legReplaced, "replaces",
            "이미 다른 기록이 고친 한쪽 기부입니다. 마지막 기록을 고쳐 주십시오."
        ),
        (
            .donationLinked, "donation_id",
            "이미 상호기부에 연결된 기부입니다. 먼저 그 연결을 풀어 주십시오."
        ),
        (
            .donationNotLinked, "donation_id",
            "이 상호기부에 연결된 기부가 아닙니다. 연결을 확인해 주십시오."
        ),
        (
            .partyRepeated, "parties", "같은 지자체가 두 번 있습니다. 서로 다른 지자체를 입력해 주십시오."
        ),
        (
            .alreadyRecorded(field: "no"), "no",
            "이미 등록되어 있습니다(no). 앞선 기록을 확인해 주십시오."
        ),
        (
            .referenceUnknown(field: "relay"), "relay",
            "없는 대상을 가리킵니다(relay). 식별자를 확인해 주십시오."
        ),
        (.fieldMissing(field: "on"), "on", "필요한 값이 없습니다(on). 입력해 주십시오."),
        (.numberInvalid(field: "people"), "people", "1 이상의 정수로 입력해 주십시오(people)."),
        (.tooFew(field: "legs", min: 2), "legs", "2개 이상이어야 합니다(legs)."),
        (.tooMany(field: "claims", max: 100), "claims", "100개까지만 받을 수 있습니다(claims)."),
        (
            .entryTooLarge, "entry",
            "한 기록에 담기에는 내용이 너무 깁니다. 글을 줄이거나 나누어 등록해 주십시오."
        ),
    ]

    @Test func `A refusal of a part says which part, in the field and in the sentence`() {
        let refusal = Refusal.part(.legs, index: 1, .part(.donations, index: 0, .amountInvalid))
        #expect(refusal.code == .amountInvalid)
        #expect(refusal.reason == .amountInvalid)
        #expect(refusal.field == "legs[1].donations[0].amount")
        #expect(refusal.text.korean == "한쪽 기부 2: 기부 1: " + Refusal.amountInvalid.text.korean)
        #expect(refusal.text.english == "Leg 2: Donation 1: " + Refusal.amountInvalid.text.english)
    }

    @Test func `Every refusal has its sentence, its field and its English twin`() {
        // A code may have more than one sentence.
        let codes = RefusalTests.samples.map(\.0.code).reduce(into: [Refusal.Code]()) {
            if $0.last != $1 { $0.append($1) }
        }
        #expect(codes == Refusal.Code.allCases)
        for (refusal, field, korean) in RefusalTests.samples {
            #expect(refusal.field == field)
            #expect(refusal.text.korean == korean)
            #expect(!refusal.text.english.isEmpty)
            #expect(refusal.text.english != refusal.text.korean, "\(refusal.code)")
        }
    }

    @Test func `The English of the cap says what is left`() {
        let refusal = Refusal.overAnnualCap(year: 2024, cap: Won(5_000_000), recorded: Won(9))
        #expect(
            refusal.text.english
                == "This exceeds the 2024 limit of 5,000,000 won. Recorded 9, left 4,999,991.")
    }

    @Test func `Rules of the law name their article`() {
        #expect(Refusal.Code.donorResidesInRecipient.article?.korean == "법 제4조제1항")
        #expect(Refusal.Code.nominationCycle.article == nil)
    }
}
