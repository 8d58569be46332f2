extension Facts {
    /// 기부 현황. What was given, by the day of the donation. Disputed donations and money unlawfully
    /// taken are in no figure but `disputed`.
    package struct Donations: Hashable, Sendable {
        package let period: Standing
        /// 전기. The period before; `nil` where the scheme did not exist yet.
        package var previous: Standing?
        /// 전년 동기. The same period of the year before.
        package var yearBefore: Standing?
        /// 당해 누계. From 1 January to the end of the period.
        package var yearToDate: Tally
        /// 전체 누계. Everything to the end of the period.
        package let total: Tally
        /// 이견. Reported donations that a rule would refuse and nobody reversed: kept, shown, in no
        /// total.
        package var disputed: Tally
        /// The months of the period's year, January first, to the last one that it touches.
        package var months: [Tally] = []
        /// 날짜 미상. Gifts of the period of which no day is known: only its month, quarter or year.
        package var undated = Tally()
        /// 모금 목표. Of the government whose book it is; `nil` where none is set for the year.
        package var target: Target?
        package var divisions: [Division] = []
        /// 지정기부 사업, in the order of their numbers: those that were open in the period, and those
        /// that something was ever given to.
        package var projects: [Project] = []
        /// In the order of their codes; those with a gift in the period or in one it is
        /// compared with.
        package var recipients: [Recipient] = []
        /// In the order of the recipients' codes, then of the givers'.
        package let flows: [Flow]

        package init(period: Standing, total: Tally, disputed: Int64, flows: [Flow]) {
            self.period = period
            self.total = total
            self.disputed = Tally(count: disputed)
            self.flows = flows
            yearToDate = period.tally
        }

        /// What was given in the period.
        package var added: Tally { period.tally }

        package subscript(facet: Facet) -> Division? { divisions.first { $0.facet == facet } }

        /// What the shares of a facet are parts of.
        package func whole(of facet: Facet) -> Tally {
            guard let channel = facet.channel else { return added }
            return self[.channel]?.shares.first { $0.key == channel.rawValue }?.tally ?? Tally()
        }
    }

    /// Gifts of a period, and the people who gave them.
    package struct Standing: Hashable, Sendable {
        package var tally: Tally
        package var donors: Donors

        package init(tally: Tally = Tally(), donors: Donors = Donors()) {
            self.tally = tally
            self.donors = donors
        }
    }

    /// 기부자. People, each counted once.
    package struct Donors: Hashable, Sendable {
        package var count: Tally
        /// 신규. Whose first gift that the ledger knows lies in the period; all others gave before.
        package var new: Tally
        /// 상한 도달. Who stand at the cap of the period's year.
        package var atCap: Tally

        /// Tallies for their counts alone, which may be covered.
        package init(count: Int64 = 0, new: Int64 = 0, atCap: Int64 = 0) {
            self.count = Tally(count: count)
            self.new = Tally(count: new)
            self.atCap = Tally(count: atCap)
        }

        /// 재기부.
        package var repeating: Tally {
            if let cover = count.cover ?? new.cover { return Tally(covered: cover) }
            return Tally(count: count.count - new.count)
        }
    }

    /// 구분. By what donations are divided. The numbers are those of the roll-up.
    package enum Facet: Int32, Sendable, CaseIterable {
        /// 접수 경로.
        case channel = 1
        /// 사용 목적.
        case purpose = 2
        /// 지정기부 사업.
        case project = 3
        /// 금액대.
        case band = 4
        /// 기부자 주소지(시·도).
        case residence = 5
        /// 답례품: what was provided, with its value for the amount, and what was declined.
        case gift = 7
        /// 민간플랫폼: what came through the channel of that name, by the platform's own.
        case platform = 10

        /// What a division by it is parts of, where that is not everything.
        package var channel: Channel? { self == .platform ? .privatePlatform : nil }
    }

    /// 구분별 실적. A facet with its shares, in the order in which a table has them.
    package struct Division: Hashable, Sendable {
        package let facet: Facet
        package let shares: [Share]

        package init(facet: Facet, shares: [Share]) {
            self.facet = facet
            self.shares = shares
        }
    }

    package struct Share: Hashable, Sendable {
        /// For machines: `bank_counter`, `2`, a project's number, a government's code.
        package let key: String
        package let name: Bilingual
        package let tally: Tally

        package init(key: String, name: Bilingual, tally: Tally) {
            self.key = key
            self.name = name
            self.tally = tally
        }
    }

    /// 지정기부 사업의 실적. What a project raised, and how far that is of its goal.
    package struct Project: Hashable, Sendable {
        /// The number for people: `PJ-2026-000001`.
        package let number: String
        package let name: Bilingual
        package let government: Party
        /// 목표액. `nil` where none is set.
        package let goal: Won?
        /// In the period.
        package let period: Tally
        /// From its beginning to the end of the period.
        package let total: Tally

        package init(
            number: String, name: Bilingual, government: Party, goal: Won?, period: Tally,
            total: Tally
        ) {
            self.number = number
            self.name = name
            self.government = government
            self.goal = goal
            self.period = period
            self.total = total
        }

        /// The same with other figures.
        func saying(period: Tally, total: Tally) -> Project {
            Project(
                number: number, name: name, government: government, goal: goal, period: period,
                total: total)
        }
    }

    /// 받는 지자체별 실적.
    package struct Recipient: Hashable, Sendable {
        package let party: Party
        package let period: Standing
        package let previous: Tally
        package let yearBefore: Tally

        package init(party: Party, period: Standing, previous: Tally, yearBefore: Tally) {
            self.party = party
            self.period = period
            self.previous = previous
            self.yearBefore = yearBefore
        }
    }

    /// 주는 지자체, 받는 지자체. What the holders of one government's offices gave to another
    /// government: a fact of public life.
    package struct Flow: Hashable, Sendable {
        package let giver: Party
        package let recipient: Party
        package let added: Tally
        package let total: Tally
        /// How many of `added`, and of `total`, came from people who are not named in public.
        package let unnamedAdded: Int64
        package let unnamedTotal: Int64

        /// - Parameter giver: the party of the leg that it goes along, else the government of the
        ///   donor's office.
        package init(
            giver: Party, recipient: Party, added: Tally, total: Tally, unnamedAdded: Int64 = 0,
            unnamedTotal: Int64 = 0
        ) {
            self.giver = giver
            self.recipient = recipient
            self.added = added
            self.total = total
            self.unnamedAdded = unnamedAdded
            self.unnamedTotal = unnamedTotal
        }
    }

    /// 금액대. Bands of one donation's amount.
    package enum Band: Int64, Sendable, CaseIterable {
        case below = 1
        case oneHundredThousand = 2
        case toTwoHundredThousand = 3
        case belowMillion = 4
        case belowFiveMillion = 5
        case fiveMillion = 6
        case undisclosed = 0

        package var name: Bilingual {
            switch self {
            case .below: Bilingual("10만원 미만", "below 100,000")
            case .oneHundredThousand: Bilingual("10만원", "exactly 100,000")
            case .toTwoHundredThousand: Bilingual("10만원 초과 20만원 이하", "100,001 to 200,000")
            case .belowMillion: Bilingual("20만원 초과 100만원 미만", "200,001 to 999,999")
            case .belowFiveMillion: Bilingual("100만원 이상 500만원 미만", "1,000,000 to 4,999,999")
            case .fiveMillion: Bilingual("500만원 이상", "5,000,000 and more")
            case .undisclosed: Bilingual("금액 미공개", "not disclosed")
            }
        }
    }
}
