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

extension Residence.Basis: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .sharedAdministrativeInformation:
            Bilingual("행정정보 공동이용", "shared administrative information")
        case .documentSubmitted: Bilingual("서류 확인", "document submitted")
        }
    }
}
