extension AgreementDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = common
        all["parties"] = .array(
            parties.map {
                .members([
                    "government": .string($0.government), "signatory": .id($0.signatory),
                ])
            })
        all["quotes"] = claims.quotes.canonical
        return .members(all)
    }

    /// What the entry of the agreement says.
    /// - Parameter governments: the parties', in their order.
    package func members(_ governments: [Government]) -> [String: CanonicalValue?] {
        var all = common
        all["parties"] = .array(
            zip(parties, governments).map { party, government in
                .members([
                    "government": .government(government), "signatory": .id(party.signatory),
                ])
            })
        return all
    }

    private var common: [String: CanonicalValue?] {
        [
            "agreement_kind": .string(kind.rawValue), "claims": claims.canonical,
            "documents": documents.isEmpty
                ? nil : .array(documents.map { .members($0.members) }),
            "ends_on": .date(endsOn),
            "fields": fields.isEmpty
                ? nil
                : .array(
                    fields.map {
                        .members(["name": .bilingual($0.name), "note": .text($0.note)])
                    }),
            "place": .bilingual(place),
            "places": places.isEmpty ? nil : .array(places.compactMap { .bilingual($0) }),
            "predecessor": .id(predecessor), "renewal": isRenewal ? .bool(true) : nil,
            "signed_at": .text(signedAt?.text), "signed_on": .date(signedOn),
            "starts_on": .date(startsOn), "status": status.map { .members($0.members) },
            "title": .bilingual(title),
        ]
    }

    /// What is wrong with the draft whatever the registry says.
    package var problems: [Refusal] {
        var problems: [Refusal] = []
        if parties.count < AgreementDraft.partiesMin {
            problems.append(.tooFew(field: "parties", min: AgreementDraft.partiesMin))
        }
        if parties.count > AgreementDraft.partiesMax {
            problems.append(.tooMany(field: "parties", max: AgreementDraft.partiesMax))
        }
        if fields.count > AgreementDraft.fieldsMax {
            problems.append(.tooMany(field: "fields", max: AgreementDraft.fieldsMax))
        }
        if places.count > AgreementDraft.placesMax {
            problems.append(.tooMany(field: "places", max: AgreementDraft.placesMax))
        }
        if documents.count > AgreementDraft.documentsMax {
            problems.append(.tooMany(field: "documents", max: AgreementDraft.documentsMax))
        }
        if isRenewal, predecessor == nil { problems.append(.fieldMissing(field: "predecessor")) }
        if let startsOn, let endsOn, endsOn < startsOn {
            problems.append(.dateInvalid(field: "ends_on", reason: AgreementDraft.endsTooEarly))
        }
        problems += claims.problems
        return problems
    }

    private static let endsTooEarly = Bilingual(
        "협약 기간의 끝이 시작보다 빠릅니다.", "The term ends before it begins.")
}
