import Hometown

extension Sample {
    func draft(_ agreement: SampleFacts.Agreement) throws -> AgreementDraft {
        let signatories = try agreement.signatories?.map { try id($0) } ?? []
        return AgreementDraft(
            kind: try Sample.read(agreement.kind, AgreementDraft.Kind.init(rawValue:)),
            title: Sample.bilingual(agreement.titleKo, agreement.titleEn),
            parties: agreement.parties.enumerated().map { index, party in
                AgreementDraft.Party(
                    government: party,
                    signatory: index < signatories.count ? signatories[index] : nil)
            }, signedOn: try Sample.day(agreement.signedOn),
            signedAt: try agreement.signedAt.map { try Sample.read($0) { Instant($0) } },
            place: Sample.bilingual(agreement.placeKo, agreement.placeEn),
            fields: (agreement.fields ?? []).map {
                AgreementDraft.Field(name: Bilingual($0.nameKo, $0.nameEn), note: $0.noteEn)
            }, predecessor: try agreement.predecessor.map { try id($0) },
            documents: try (agreement.documents ?? []).map { document in
                DocumentDraft(
                    kind: try Sample.read(document.kind, DocumentDraft.Kind.init(rawValue:)),
                    title: Bilingual(document.titleKo, document.titleEn),
                    credit: document.creditKo)
            },
            status: Sample.bilingual(agreement.statusKo, agreement.statusEn).map {
                AgreementStatusDraft(state: .inForce, text: $0)
            },
            claims: try claims(of: agreement))
    }

    /// What supports the agreement as a whole, then what sources say of single attributes, each in
    /// its own words: titles and places are told in several ways, and all of them are kept.
    private func claims(of agreement: SampleFacts.Agreement) throws -> [ClaimDraft] {
        var all = try claims(agreement.claims)
        for title in agreement.titleVariants ?? [] {
            all += try claims(title.claims, attribute: "title", value: title.titleKo)
        }
        for day in agreement.signedOnVariants ?? [] {
            all += try claims(day.claims, attribute: "signed_on", value: day.date)
        }
        for place in agreement.placeVariants ?? [] {
            all += try claims(place.claims, attribute: "place", value: place.placeKo)
        }
        for field in agreement.fields ?? [] {
            all += try claims(
                field.claims, attribute: "fields[\(field.no - 1)]", value: field.nameKo)
        }
        for (index, document) in (agreement.documents ?? []).enumerated() {
            all += try claims(
                document.claims, attribute: "documents[\(index)]", value: document.titleKo)
        }
        return all
    }
}
