/// 열. What one column of a list of donations holds.
package enum DonationColumn: Hashable, Sendable, CaseIterable {
    case field(DonationField)
    /// 행 식별자. A row that comes back is recognised by it, in whatever file it comes.
    case rowID
    /// 기부자 참조. The opaque reference of a donor, in place of the caller's key: what an export
    /// has of a private donor.
    case donorReference
    /// 상태. What became of a donation where the list comes from. One that was taken out of the
    /// totals there is not recorded anew here.
    case status
    /// 행 종류. Whether the row is a donation, or tells what became of the one above it.
    case kind
    /// What an export or a file of rejected rows adds for its reader: never read back.
    case remark

    package static let allCases: [DonationColumn] =
        DonationField.allCases.map(DonationColumn.field) + [
            .rowID, .donorReference, .status, .kind, .remark,
        ]

    /// The word that our own files write, and the API's name.
    package var title: Bilingual {
        let words = self.words
        return Bilingual(words[0], name)
    }

    /// In the API's manner.
    package var name: String {
        switch self {
        case .field(let field): field.rawValue
        case .rowID: "row_id"
        case .donorReference: "donor_reference"
        case .status: "status"
        case .kind: "kind"
        case .remark: "error"
        }
    }

    /// What people write over such a column; the first is what our own files write.
    var words: [String] {
        switch self {
        case .field(let field): field.columnWords
        case .rowID: ["행 식별자", "식별자", "id"]
        case .donorReference: ["기부자 참조"]
        case .status: ["상태"]
        case .kind: ["행 종류"]
        case .remark: ["오류", "번호", "등록 시각", "원장 번호", "기부자 소속", "이견"]
        }
    }

    /// What column such a word names; `nil` for a word nobody uses here.
    package static func named(_ header: String) -> DonationColumn? {
        columnsByWord[key(header)]
    }

    /// What an export adds, in the API's manner.
    static let remarkNames = ["no", "disputed", "recorded_at", "log_index", "office"]

    private static let columnsByWord: [String: DonationColumn] = {
        var columns: [String: DonationColumn] = [:]
        for column in allCases {
            for word in column.words + [column.name] { columns[key(word)] = column }
        }
        for name in remarkNames { columns[key(name)] = .remark }
        return columns
    }()

    /// 금액(원), `금액 *` and `Amount` are read as 금액, 금액 and amount.
    static func key(_ header: String) -> String {
        let text = header.narrowed.tidied
        let bare = text.firstIndex(of: "(").map { text[..<$0] } ?? text[...]
        return String(
            String.UnicodeScalarView(
                bare.unicodeScalars.filter { !$0.isBlank && $0 != "_" && $0 != "*" && $0 != "-" })
        ).lowercased()
    }
}

extension DonationField {
    fileprivate var columnWords: [String] {
        switch self {
        case .origin: ["접수 구분", "구분", "등록 구분"]
        case .donorPerson: ["인물 식별자", "인물", "공인"]
        case .donorKey: ["기부자 번호", "기부자 식별번호", "기부자 키", "기부자ID", "회원번호"]
        case .donorName: ["기부자명", "기부자", "성명", "이름", "기부자 성명", "name", "donor"]
        case .donorKind: ["기부자 구분", "개인·법인", "개인/법인"]
        case .ownName: ["본인 명의", "명의"]
        case .residence: ["주소지", "거주지", "주민등록지", "주소", "기부자 주소지", "기부자 거주지", "address"]
        case .residenceBasis: ["주소지 확인 방법", "확인 방법", "주소 확인 방법"]
        case .residenceCheckedOn: ["주소지 확인일", "확인일", "주소 확인일"]
        case .employer: ["소속", "근무지", "직장", "소속 지자체"]
        case .interest: ["이해관계"]
        case .recipient:
            [
                "받는 지자체", "지자체", "기부 지자체", "기부처", "기부 지역", "수혜 지자체", "기부 대상",
                "government", "to",
            ]
        case .amount: ["금액", "기부액", "기부금액", "기부금", "won"]
        case .donatedOn: ["기부일", "일자", "날짜", "기부일자", "기부 날짜", "기부 일시", "date", "day"]
        case .datePrecision: ["날짜 정밀도", "정밀도"]
        case .channel: ["접수 경로", "경로", "기부 경로", "채널", "접수 방법"]
        case .channelName: ["경로 이름", "플랫폼", "접수 장소", "장소", "경로명", "플랫폼명"]
        default: receivingWords
        }
    }

    /// Of what staff check, of purposes and gifts, and of what a donation belongs to.
    private var receivingWords: [String] {
        switch self {
        case .purpose: ["사용 목적", "목적"]
        case .project: ["사업 식별자", "지정사업", "지정기부 사업"]
        case .giftKind: ["답례품 종류", "답례품 구분"]
        case .giftValue: ["답례품 가액", "답례품 금액"]
        case .giftWanted: ["답례품 희망", "답례품 희망 여부"]
        case .checks: ["확인 사항", "필수 확인", "확인"]
        case .checkResident: ["주민 여부 확인"]
        case .checkPerson: ["본인 여부 확인", "본인 확인"]
        case .checkAnnualTotal: ["연간 총액 확인"]
        case .checkGiftWish: ["답례품 희망 확인"]
        case .pledge: ["기탁서 번호", "기탁서"]
        case .consent: ["공동이용 동의", "동의"]
        case .officialReceipt: ["영수증 번호", "기부금 영수증"]
        case .exchange: ["교환 식별자", "교환", "exchange"]
        case .leg: ["한쪽 기부 식별자", "leg"]
        case .participation: ["참여 식별자", "챌린지 참여", "participation"]
        case .receivedUnlawful: ["위법 접수 사유", "반환 사유"]
        case .lateApproval: ["늦은 등록 승인"]
        default: []
        }
    }

    /// What people write in place of the API's words, by column: a list has 접수 where the API has
    /// `intake`. The first of each is what our own files write.
    package var choices: [(value: String, words: [String])] {
        switch self {
        case .origin: [("intake", ["접수"]), ("reported", ["공표", "공개"])]
        case .donorKind: [("person", ["개인"]), ("organisation", ["법인", "단체", "법인·단체"])]
        case .ownName, .interest, .giftWanted, .consent: DonationField.flagChoices
        case .residence: [("none", ["없음", "국내 주소지 없음"])]
        case .residenceBasis:
            [
                ("shared_administrative_information", ["행정정보 공동이용", "공동이용"]),
                ("document_submitted", ["서류 확인", "서류"]),
            ]
        case .employer: [("none", ["없음", "해당 없음"])]
        case .datePrecision:
            [
                ("day", ["일"]), ("month", ["월"]), ("year", ["연", "년"]),
                ("on_or_before", ["이전"]),
            ]
        case .channel:
            [
                ("state_system", ["고향사랑e음", "고향사랑이음", "e음"]),
                (
                    "bank_counter",
                    ["지정 금융기관 창구", "금융기관 창구", "금융기관", "은행 창구", "은행", "농협", "창구"]
                ),
                ("private_platform", ["민간플랫폼", "플랫폼"]),
                ("public_place", ["청사·공개된 장소", "공개된 장소", "청사", "현장"]),
            ]
        case .purpose:
            [
                ("1", ["취약계층 지원·청소년 육성"]), ("2", ["문화·예술·보건"]),
                ("3", ["시민참여·자원봉사·지역공동체"]), ("4", ["그 밖의 주민 복리"]),
            ]
        case .giftKind:
            [
                ("local_product", ["지역 특산품", "특산품"]),
                ("local_voucher", ["지역사랑상품권", "상품권"]),
                ("by_ordinance", ["조례로 정한 것"]),
            ]
        default: []
        }
    }

    private static let flagChoices: [(value: String, words: [String])] = [
        ("true", ["예", "본인", "y", "yes", "o", "○", "1"]),
        ("false", ["아니요", "아니오", "타인", "n", "no", "x", "×", "0"]),
    ]

    /// 없음. What says that there is none, in a list or in a form.
    static let noResidence = words(of: .residence, "none")
    static let noEmployer = words(of: .employer, "none")

    private static func words(of field: DonationField, _ value: String) -> Set<String> {
        Set([value] + field.choices.filter { $0.value == value }.flatMap(\.words))
    }

    /// The API's word for what a cell says; the cell itself where it needs no translation.
    package func meaning(of cell: String) -> String {
        guard hasChoices, !cell.isEmpty else { return cell }
        guard let meanings = DonationField.meanings[self] else { return cell }
        // Nearly every cell has a word just as it stands in the table, or a code.
        if let meaning = meanings[cell] { return meaning }
        let isCode = cell.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isCode ? cell : meanings[DonationColumn.key(cell)] ?? cell
    }

    /// Whether its cells hold words that stand for others.
    var hasChoices: Bool {
        switch self {
        case .origin, .donorKind, .ownName, .residence, .residenceBasis, .employer, .interest,
            .datePrecision, .channel, .purpose, .giftKind, .giftWanted, .consent:
            true
        default: false
        }
    }

    private static let meanings: [DonationField: [String: String]] = Dictionary(
        uniqueKeysWithValues: allCases.map { field in
            var meanings: [String: String] = [:]
            for choice in field.choices {
                meanings[choice.value] = choice.value
                for word in choice.words {
                    meanings[word] = choice.value
                    meanings[DonationColumn.key(word)] = choice.value
                }
            }
            return (field, meanings)
        })
}
