extension Facts {
    /// 상호기부. One exchange and how far it is answered.
    package struct Exchange: Hashable, Sendable {
        package typealias State = Reciprocity.State
        package typealias Balance = Reciprocity.Balance

        /// The exchange's number for people: `E-2026-000001`.
        package let number: String
        /// The day of its first leg; `nil` while nobody has given.
        package let on: EventDate?
        package let parties: [Party]
        package let state: State
        package let people: Balance
        package let amount: Balance

        package init(
            number: String, on: EventDate?, parties: [Party], state: State, people: Balance,
            amount: Balance
        ) {
            self.number = number
            self.on = on
            self.parties = parties
            self.state = state
            self.people = people
            self.amount = amount
        }
    }

    /// 인증 챌린지. One relay and where its baton is.
    package struct Relay: Hashable, Sendable {
        package let name: Bilingual
        /// 참여. Recorded in the period, on whatever day they were, and ever.
        package let addedParticipations: Int64
        package let participations: Int64
        /// 지명. All of them, and those that a participation answered (완료).
        package let nominations: Int64
        package let answered: Int64
        /// 사양, 실효. Nominations that ended by somebody's word.
        package var ended: Int64 = 0
        /// 열린 지명. Who may take the baton, longest first.
        package var open: [OpenNomination]
        /// 챌린지 지표, on the day the summary is due. `nil` where nobody asked for them.
        package var figures: RelayFigures?
        /// 다음 지명 없음. Participations after which nobody was named.
        package var holderCount: Int64 = 0
        /// Those of them that a report names, longest first; of the relay's own state alone.
        package var holders: [Holder] = []

        package init(
            name: Bilingual, addedParticipations: Int64, participations: Int64,
            nominations: Int64, answered: Int64, open: [OpenNomination]
        ) {
            self.name = name
            self.addedParticipations = addedParticipations
            self.participations = participations
            self.nominations = nominations
            self.answered = answered
            self.open = open
        }
    }

    /// Somebody was named and has not run yet. There is no deadline, so nothing is ever late.
    package struct OpenNomination: Hashable, Sendable {
        package var nominator: Person
        package var nominee: Person
        package let nominatedOn: EventDate?
        /// On the day the summary is due, as `Nomination.age` says.
        package let age: Age?

        package init(nominator: Person, nominee: Person, nominatedOn: EventDate?, age: Age?) {
            self.nominator = nominator
            self.nominee = nominee
            self.nominatedOn = nominatedOn
            self.age = age
        }
    }

    /// Somebody ran and has named nobody that the ledger knows. There is no deadline for it.
    package struct Holder: Hashable, Sendable {
        package var person: Person
        package let ranOn: EventDate?
        /// On the day the summary is due.
        package let age: Age?

        package init(person: Person, ranOn: EventDate?, age: Age?) {
            self.person = person
            self.ranOn = ranOn
            self.age = age
        }
    }

    /// An age in days: exact, a range, or without an upper bound.
    package struct Age: Hashable, Sendable {
        package let leastDays: Int
        package let mostDays: Int?

        package init(leastDays: Int, mostDays: Int?) {
            self.leastDays = leastDays
            self.mostDays = mostDays
        }

        /// `nil` without a date, or before its day.
        package init?(since date: EventDate?, on today: CivilDate) {
            guard let age = date?.age(on: today) else { return nil }
            self.init(leastDays: age.atLeast, mostDays: age.atMost)
        }
    }

    /// Somebody in a relay with the office held on the day.
    package struct Person: Hashable, Sendable {
        /// A dash where it was erased.
        package let name: Bilingual
        package let office: Bilingual?
        /// Whether an office is on record that may have been held on the day.
        package let isPublic: Bool
        /// 파기. Whether the name is gone.
        package let isErased: Bool

        package init(name: Bilingual?, office: Bilingual?, isPublic: Bool? = nil) {
            self.name = name ?? Bilingual("-", "-")
            self.office = office
            self.isPublic = isPublic ?? (office != nil)
            isErased = name == nil
        }

        /// The same with a name that was erased.
        package func named(_ name: Bilingual) -> Person {
            Person(name: name, office: office, isPublic: isPublic)
        }

        /// As everybody reads it.
        var published: Person {
            isPublic || isErased
                ? self : Person(name: Notation.masked(name), office: office, isPublic: false)
        }
    }

    /// Whether anybody told of was erased.
    package var hasErasedNames: Bool {
        relays.contains { relay in
            relay.open.contains { $0.nominator.isErased || $0.nominee.isErased }
                || relay.holders.contains(where: \.person.isErased)
        }
    }
}
