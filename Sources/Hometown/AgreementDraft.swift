/// 업무협약. An agreement of two or more governments, as somebody states it.
package struct AgreementDraft: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 교류강화.
        case exchange
        /// 우호교류.
        case friendship
        /// 생활체육.
        case sports
        case other
    }

    /// 당사자. One government and who signed for it.
    package struct Party: Hashable, Sendable {
        package var government: String
        package var signatory: Identifier?

        package init(government: String, signatory: Identifier? = nil) {
            self.government = government
            self.signatory = signatory
        }
    }

    /// 협약 분야. Numbered as printed.
    package struct Field: Hashable, Sendable {
        package var name: Bilingual
        package var note: String?

        package init(name: Bilingual, note: String? = nil) {
            self.name = name
            self.note = note
        }
    }

    package var kind: Kind
    /// `nil` where no source prints one.
    package var title: Bilingual?
    package var parties: [Party]
    package var signedOn: EventDate
    package var signedAt: Instant?
    package var place: Bilingual?
    /// Further places beside the first.
    package var places: [Bilingual]
    package var fields: [Field]
    package var predecessor: Identifier?
    /// 갱신. Whether it renews its predecessor, rather than following it.
    package var isRenewal: Bool
    /// 협약 기간. Both days belong to it.
    package var startsOn: CivilDate?
    package var endsOn: CivilDate?
    package var documents: [DocumentDraft]
    package var status: AgreementStatusDraft?
    package var claims: [ClaimDraft]

    package static let partiesMin = 2
    package static let partiesMax = 64
    package static let fieldsMax = 64
    package static let placesMax = 16
    package static let documentsMax = 64

    package init(
        kind: Kind, title: Bilingual? = nil, parties: [Party], signedOn: EventDate,
        signedAt: Instant? = nil, place: Bilingual? = nil, places: [Bilingual] = [],
        fields: [Field] = [], predecessor: Identifier? = nil, isRenewal: Bool = false,
        startsOn: CivilDate? = nil, endsOn: CivilDate? = nil, documents: [DocumentDraft] = [],
        status: AgreementStatusDraft? = nil, claims: [ClaimDraft] = []
    ) {
        self.kind = kind
        self.title = title
        self.parties = parties
        self.signedOn = signedOn
        self.signedAt = signedAt
        self.place = place
        self.places = places
        self.fields = fields
        self.predecessor = predecessor
        self.isRenewal = isRenewal
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.documents = documents
        self.status = status
        self.claims = claims
    }
}

extension AgreementDraft.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .exchange: Bilingual("교류강화 협약", "Exchange agreement")
        case .friendship: Bilingual("우호교류 협약", "Friendship agreement")
        case .sports: Bilingual("생활체육 교류 협약", "Sports exchange agreement")
        case .other: Bilingual("협약", "Agreement")
        }
    }
}
