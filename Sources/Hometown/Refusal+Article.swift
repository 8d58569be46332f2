extension Refusal.Code {
    /// 근거. The article a refusal rests on; `nil` where the rule is the ledger's own. "Act" is the
    /// 고향사랑 기부금에 관한 법률, "Decree" its 시행령.
    package var article: Bilingual? {
        switch self {
        case .residentNumberPresent:
            Bilingual("개인정보 보호법 제24조의2", "Personal Information Protection Act 24-2")
        case .amountInvalid: Bilingual("법 제2조", "Act 2")
        case .beforeScheme: Bilingual("법률 제18489호 부칙", "Act 18489, Addenda")
        case .donorNotNaturalPerson: Bilingual("법 제2조·제4조", "Act 2, 4")
        case .donorNotInOwnName: Bilingual("법 제5조제1항", "Act 5(1)")
        case .recipientBarred:
            Bilingual("법 제4조제2항·제3항, 제16조, 영 제2조", "Act 4(2)(3), 16, Decree 2")
        case .donorResidenceUnknown: Bilingual("영 제4조제2항제1호", "Decree 4(2)1")
        case .donorResidesInRecipient, .recipientIsDonorsMetropolitan:
            Bilingual("법 제4조제1항", "Act 4(1)")
        case .donorEmployedByRecipient, .donorHasInterestInRecipient:
            Bilingual("법 제5조제2항", "Act 5(2)")
        case .overAnnualCap:
            Bilingual(
                "법 제8조제3항, 법률 제20314호 부칙 제1조제2호·제3조",
                "Act 8(3), Act 20314, Addenda 1(2), 3")
        case .placeNotPublic:
            Bilingual("법 제8조제1항, 제14조제1항제6호", "Act 8(1), 14(1)6")
        case .earmarkNotAvailable: Bilingual("법 제8조의2", "Act 8-2")
        case .projectNotOpen: Bilingual("법 제8조의2제1항·제2항", "Act 8-2(1)(2)")
        case .giftForbiddenKind:
            Bilingual("법 제9조제2항·제3항, 영 제5조제2항", "Act 9(2)(3), Decree 5(2)")
        case .giftOverLimit:
            Bilingual("법 제9조제1항, 영 제5조제1항", "Act 9(1), Decree 5(1)")
        case .giftNotWanted: Bilingual("영 제4조제2항제4호", "Decree 4(2)4")
        case .checksIncomplete: Bilingual("영 제4조제1항·제2항", "Decree 4(1)(2)")
        case .consentMissing: Bilingual("영 제4조제3항", "Decree 4(3)")
        case .staffListingForbidden: Bilingual("법 제6조", "Act 6")
        case .earmarkFixed: Bilingual("법 제8조의2, 제11조제2항 단서", "Act 8-2, 11(2) proviso")
        case .returnGroundRequired: Bilingual("법 제14조제1항", "Act 14(1)")
        case .returnAmountMismatch: Bilingual("법 제14조제2항", "Act 14(2)")
        default: nil
        }
    }
}
