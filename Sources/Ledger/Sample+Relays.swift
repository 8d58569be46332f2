import Hometown

extension Sample {
    func draft(_ relay: SampleFacts.Relay) throws -> RelayDraft {
        RelayDraft(
            name: Bilingual(relay.nameKo, relay.nameEn), startedBy: try id(relay.origin.person),
            claims: try claims(relay.claims)
                + claims(relay.origin.claims, attribute: "started_by"))
    }

    func draft(
        _ participation: SampleFacts.Participation, in relay: SampleFacts.Relay
    ) throws -> ParticipationDraft {
        ParticipationDraft(
            relay: try id(relay.id), person: try id(participation.person),
            happenedOn: try participation.participatedOn.map { try Sample.day($0) },
            isImplied: participation.implied,
            answers: try participation.answers?.map { try id($0) } ?? [],
            claims: try claims(participation.claims))
    }

    func draft(
        _ nomination: SampleFacts.Nomination, in relay: SampleFacts.Relay
    ) throws -> NominationDraft {
        NominationDraft(
            relay: try id(relay.id), participation: try id(nomination.participation),
            nominee: try id(nomination.nominee), happenedOn: try Sample.day(nomination.nominatedOn),
            claims: try claims(nomination.claims))
    }
}
