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
            "fields": fields.isEmpty
                ? nil
                : .array(
                    fields.map {
                        .members(["name": .bilingual($0.name), "note": .text($0.note)])
                    }),
            "place": .bilingual(place), "predecessor": .id(predecessor),
            "signed_at": .text(signedAt?.text), "signed_on": .date(signedOn),
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
        problems += claims.problems
        return problems
    }
}
