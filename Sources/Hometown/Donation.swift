/// 접수, 공표. Whether staff took the donation in with the lawful checks, or an article or a
/// partner's notice tells of it.
package enum Origin: String, Sendable, CaseIterable {
    case intake, reported
}

/// 접수 경로. How the money came (Act 8(1), 12). Not known is `nil`, for reported ones only.
package enum Channel: String, Sendable, CaseIterable {
    /// 고향사랑e음.
    case stateSystem = "state_system"
    /// 지정 금융기관 창구.
    case bankCounter = "bank_counter"
    /// 민간플랫폼, with its name.
    case privatePlatform = "private_platform"
    /// 청사·공개된 장소, with the place.
    case publicPlace = "public_place"

    package var name: Bilingual {
        switch self {
        case .stateSystem: Bilingual("고향사랑e음", "state system")
        case .bankCounter: Bilingual("지정 금융기관 창구", "bank counter")
        case .privatePlatform: Bilingual("민간플랫폼", "private platform")
        case .publicPlace: Bilingual("청사·공개된 장소", "public place")
        }
    }
}

/// 기부자 구분. Only a natural person may donate (Act 2, 4).
package enum DonorKind: String, Sendable, CaseIterable {
    case person, organisation
}

/// 기부자. A public person of the ledger, or an opaque reference: a keyed hash, made before the
/// draft, of whatever the caller tells people apart by.
package enum DonorReference: Hashable, Sendable {
    case person(Identifier)
    case keyed(Identifier)
}

/// 주소지. Where the donor lived on the day of the donation, and how that is known.
package struct Residence: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// A code or name as given, resolved when judged.
        case government(String)
        /// 국내 주소지 없음. No registered residence in Korea.
        case noneInKorea
    }

    /// 확인 방법 (Decree 4(3)).
    package enum Basis: String, Sendable, CaseIterable {
        /// 행정정보 공동이용.
        case sharedAdministrativeInformation = "shared_administrative_information"
        /// 서류 확인.
        case documentSubmitted = "document_submitted"
    }

    package var place: Place
    package var basis: Basis?
    package var checkedOn: CivilDate?

    package init(_ place: Place, basis: Basis? = nil, checkedOn: CivilDate? = nil) {
        self.place = place
        self.basis = basis
        self.checkedOn = checkedOn
    }
}

/// 소속. What the donor declares about an employer. Saying nothing is `nil`.
package enum Employer: Hashable, Sendable {
    /// Serves no government.
    case noGovernment
    /// As given; resolved when judged.
    case named(String)
}
