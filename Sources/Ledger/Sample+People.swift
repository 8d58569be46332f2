import Hometown

extension Sample {
    func draft(_ source: SampleFacts.Source) throws -> SourceDraft {
        SourceDraft(
            outlet: source.outletKo, headline: source.headlineKo,
            language: try Sample.read(source.language, Language.init(rawValue:)),
            publishedAt: try source.publishedAt.map { try Sample.read($0) { Instant($0) } },
            sha256: try source.sha256.map { try Sample.read($0) { Hexadecimal.bytes($0) } })
    }

    func draft(_ person: SampleFacts.Person) throws -> PersonDraft {
        PersonDraft(
            name: Bilingual(person.nameKo, person.nameEn),
            offices: try person.offices.map { office in
                OfficeDraft(
                    title: Bilingual(office.titleKo, office.titleEn),
                    government: office.government,
                    constituency: Sample.bilingual(office.constituencyKo, office.constituencyEn),
                    party: Sample.bilingual(office.partyKo, office.partyEn),
                    knownOn: try Sample.read(office.heldOn) { CivilDate($0) })
            }, claims: try claims(person.claims))
    }
}
