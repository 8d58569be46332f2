import Hometown

extension Wording {
    var text: Bilingual {
        switch self {
        case .siteName: Bilingual("품앗이", "Pumasi")
        case .sitePurpose: Bilingual("고향사랑 상호기부 원장", "Ledger of hometown-love donations")
        case .skip: Bilingual("본문 바로가기", "Skip to content")
        case .switches: Bilingual("화면과 언어", "Display and language")
        case .menu: Bilingual("차림", "Menu")
        case .help: Bilingual("도움말", "Help")
        case .search: Bilingual("찾기", "Search")
        case .searchHint:
            Bilingual("번호, 이름, 금액, 날짜", "number, name, amount, day")
        case .verify: Bilingual("원장 확인하기", "Verify the ledger")
        case .otherLanguage: Bilingual("English", "한국어")
        case .toContrast: Bilingual("고대비", "Contrast")
        case .toStandard: Bilingual("기본 화면", "Standard")
        case .logSize: Bilingual("원장 크기", "Log size")
        case .logRoot: Bilingual("뿌리 해시", "Root hash")
        case .logNote:
            Bilingual(
                "원장에는 덧붙이기만 합니다. 적은 것은 지우거나 고치지 않고, 정정도 새 기록으로 남깁니다.",
                "The ledger is only added to. Nothing recorded is erased or edited; a correction "
                    + "is a record of its own.")
        case .title: Bilingual("상호기부 한눈에", "Exchanges at a glance")
        case .lead:
            Bilingual(
                "서로의 고향에 기부하고 답례하며 다음 사람을 지명한 일을, 알려진 만큼만 적습니다.",
                "Who gave to whose hometown, who gave back and who was named next: recorded as "
                    + "far as it is known, and no further.")
        case .scheme: Bilingual("고향사랑기부제란", "The scheme")
        case .schemeWhat:
            Bilingual(
                "누구나 사는 곳이 아닌 지자체에 한 해 2,000만 원까지 기부할 수 있습니다. 지자체는 받은 돈을 "
                    + "주민의 복리를 위해 쓰고, 답례품과 세액공제로 고마움을 표합니다.",
                "Anybody may give up to KRW 20 million a year to a local government other than "
                    + "their own. It spends the money on the welfare of its residents and thanks "
                    + "with a gift in return and a tax credit.")
        case .schemeDuties:
            Bilingual(
                "모금하는 지자체는 지자체의 이름, 기부금의 사용 목적, 기부하는 방법, 답례품, 그 밖에 "
                    + "행정안전부장관이 정하는 사항을 알립니다(시행령 제3조제1항). 기부를 강요하거나 "
                    + "조직적으로 권하는 일은 금지됩니다(법 제6조).",
                "A government that collects tells five things: which government it is, what the "
                    + "money is used for, how to give, the gifts in return, and whatever else the "
                    + "Ministry sets (Decree, Art. 3(1)). Nobody may be pressed or organised to "
                    + "give (Act, Art. 6).")
        case .unitCount: Bilingual("건", "")
        case .unitWon: Bilingual("(단위: 원)", "(unit: KRW)")
        case .figureMoney: Bilingual("공개된 금액", "Disclosed amount")
        case .relayRuns: Bilingual("챌린지 참여", "Relay runs")
        case .undisclosedAll: Bilingual("미공개", "not disclosed")
        default: signInText ?? donationText ?? exchangeText ?? relayText ?? restText
        }
    }

    private var donationText: Bilingual? {
        switch self {
        case .donations: Bilingual("들어온 기부", "Donations")
        case .donationsIntro:
            Bilingual(
                "공개된 직위에 있는 사람의 기부입니다. 최근에 적은 것이 위에 있습니다.",
                "Gifts of holders of public office, latest record first.")
        case .donationsCaption:
            Bilingual(
                "기부한 날, 기부자와 그때의 직위, 받는 지자체, 금액",
                "Day, donor with the office of the day, recipient and amount")
        case .donationsEmpty:
            Bilingual(
                "아직 적은 기부가 없습니다. 기부를 등록하면 여기에 나타납니다.",
                "No donation is on record yet. Once one is recorded it appears here.")
        case .donatedOn: Bilingual("기부한 날", "Day")
        case .donor: Bilingual("기부자", "Donor")
        case .recipient: Bilingual("받는 지자체", "Recipient")
        case .context: Bilingual("구분", "Part of")
        case .amount: Bilingual("금액", "Amount")
        case .status: Bilingual("상태", "Status")
        case .erased: Bilingual("이름 지움", "name erased")
        default: nil
        }
    }

    private var exchangeText: Bilingual? {
        switch self {
        case .exchanges: Bilingual("답례 현황", "Exchanges")
        case .exchangesIntro:
            Bilingual(
                "한쪽이 기부하고 다른 쪽이 답례했는지 보입니다. 사람과 금액의 균형은 따로 봅니다.",
                "Whether a gift was answered. People and amounts are balanced apart.")
        case .exchangesEmpty:
            Bilingual(
                "아직 적은 상호기부가 없습니다. 상호기부를 등록하면 양쪽이 여기에 나타납니다.",
                "No exchange is on record yet. Once one is recorded both sides appear here.")
        case .peopleBalance: Bilingual("사람", "People")
        case .amountBalance: Bilingual("금액", "Amounts")
        case .exchangeNo: Bilingual("번호", "No.")
        case .day: Bilingual("날짜", "Day")
        case .awaited: Bilingual("답례 대기", "awaited")
        case .amountHidden: Bilingual("금액 미공개", "amount not disclosed")
        case .byAgreement: Bilingual("협약", "Agreement")
        case .sources: Bilingual("출처", "Sources")
        default: nil
        }
    }

    private var relayText: Bilingual? {
        switch self {
        case .relays: Bilingual("바통이 있는 곳", "Where the baton is")
        case .relaysIntro:
            Bilingual(
                "기부한 사람이 다음 사람을 지명합니다. 기한이 없으므로 지난 날수만 보입니다.",
                "Whoever has given names the next. There is no deadline, so only the days since "
                    + "are told.")
        case .relaysEmpty:
            Bilingual(
                "아직 적은 챌린지가 없습니다. 챌린지를 등록하면 여기에 나타납니다.",
                "No relay is on record yet. Once one is recorded it appears here.")
        case .relayCaption:
            Bilingual(
                "주자와 그때의 직위, 상태, 날짜, 지명한 사람. 위 그림과 같은 내용",
                "Runner with the office of the day, state, day and nominators: what the picture "
                    + "shows")
        case .baton: Bilingual("지금 바통을 든 사람", "Holds the baton")
        case .batonNobody:
            Bilingual(
                "열린 지명이 없습니다. 다음 사람을 지명하면 여기에 나타납니다.",
                "No nomination is open. Once somebody is named it shows here.")
        case .runner: Bilingual("주자", "Runner")
        case .state: Bilingual("상태", "State")
        case .when: Bilingual("참여일과 기부", "Run and gifts")
        case .nominators: Bilingual("지명한 사람", "Named by")
        case .nominator: Bilingual("지명한 사람", "Named by")
        case .nominatedOn: Bilingual("지명일", "Named on")
        case .elapsed: Bilingual("지난 날", "Elapsed")
        case .start: Bilingual("시작", "start")
        case .startLetter: Bilingual("시", "S")
        case .doneLetter: Bilingual("완", "D")
        case .namedLetter: Bilingual("지", "N")
        case .dayUnknown: Bilingual("날짜 미상", "day unknown")
        case .nominatorUnknown: Bilingual("지명자 미상", "nominator unknown")
        case .starter: Bilingual("챌린지를 시작한 사람", "started the relay")
        default: nil
        }
    }

    private var restText: Bilingual {
        switch self {
        case .agreements: Bilingual("업무협약", "Agreements")
        case .agreementsEmpty:
            Bilingual(
                "아직 적은 협약이 없습니다. 협약을 등록하면 여기에 나타납니다.",
                "No agreement is on record yet. Once one is recorded it appears here.")
        case .place: Bilingual("장소", "Place")
        case .summaryEmpty:
            Bilingual(
                "아직 요약이 없습니다. 지난 하루의 요약은 예약 작업이 만듭니다.",
                "There is no summary yet. A schedule makes one for each day that has ended.")
        case .summaryNo: Bilingual("번호", "No.")
        case .reportKorean: Bilingual("한국어 보고서", "Report in Korean")
        case .reportEnglish: Bilingual("영어 보고서", "Report in English")
        case .reportData: Bilingual("기계가 읽는 자료", "Data for machines")
        default: Bilingual("최근 요약", "Latest summary")
        }
    }
}
