import Hometown

extension Entry.Kind {
    /// What an entry of the kind brings, for people.
    var title: Bilingual {
        switch self {
        case .registry: Bilingual("지자체 등록부", "registry")
        case .person: Bilingual("인물", "person")
        case .donorJoining: Bilingual("기부자 연결", "donor joining")
        case .donorParting: Bilingual("기부자 연결 취소", "donor parting")
        case .office: Bilingual("직위", "office")
        case .source: Bilingual("출처", "source")
        case .agreement: Bilingual("업무협약", "agreement")
        case .agreementStatus: Bilingual("협약 변경", "agreement status")
        case .document: Bilingual("문서", "document")
        case .exchange: Bilingual("상호기부", "exchange")
        case .leg: Bilingual("상호기부 한쪽", "leg")
        case .link: Bilingual("연결", "link")
        case .relay: Bilingual("챌린지", "relay")
        case .participation: Bilingual("참여", "participation")
        case .nomination: Bilingual("지명", "nomination")
        case .reply: Bilingual("지명 응답", "reply")
        case .claim: Bilingual("출처의 말", "claim")
        case .choice: Bilingual("출처 선택", "choice")
        case .donation: Bilingual("기부", "donation")
        case .correction: Bilingual("정정", "correction")
        case .bar: Bilingual("모금 제한", "bar")
        case .barPublication: Bilingual("모금 제한 공표", "bar publication")
        case .project: Bilingual("지정 사업", "project")
        case .projectEnding: Bilingual("사업 종료", "project ending")
        case .interest: Bilingual("이해관계", "interest")
        case .interestEnding: Bilingual("이해관계 종료", "interest ending")
        case .officialReceipt: Bilingual("영수증", "official receipt")
        case .officialReceiptRecall: Bilingual("영수증 회수", "receipt recall")
        case .summary: Bilingual("요약 보고", "report")
        case .listImport: Bilingual("일괄 등록", "import")
        case .importReversal: Bilingual("일괄 취소", "import reversal")
        case .erasure: Bilingual("개인정보 파기", "erasure")
        case .fundFigure: Bilingual("기금", "fund figure")
        case .periodClosing: Bilingual("마감", "period closing")
        case .periodReopening: Bilingual("재개", "period reopening")
        case .lateApproval: Bilingual("늦은 등록 승인", "late approval")
        case .approval: Bilingual("승인·반려", "approval")
        }
    }
}
