/// 지명. From a participation to a person: an edge, which becomes whole when a participation of
/// that person answers it.
package struct Nomination: Hashable, Sendable, Identifiable {
    /// Said by somebody, never computed: there is no deadline and nothing lapses by itself.
    package enum Reply: String, Sendable, CaseIterable {
        /// 수락, 사양, 실효.
        case accepted, declined, lapsed
    }

    /// 열림, 완료, and what a source says in between.
    package enum State: String, Sendable, CaseIterable {
        case open, answered, accepted, declined, lapsed
    }

    package let id: Identifier
    package let nominator: Identifier
    /// The person, not a participation: there may never be one.
    package let nominee: Identifier
    package let nominatedOn: EventDate?
    /// The participation that answers it, where a source says which.
    package let answeredBy: Identifier?
    package let reply: Reply?

    /// - Parameter nominator: the participation from which it was made.
    package init(
        id: Identifier, nominator: Identifier, nominee: Identifier,
        nominatedOn: EventDate? = nil, answeredBy: Identifier? = nil, reply: Reply? = nil
    ) {
        self.id = id
        self.nominator = nominator
        self.nominee = nominee
        self.nominatedOn = nominatedOn
        self.answeredBy = answeredBy
        self.reply = reply
    }

    package var state: State {
        if answeredBy != nil { return .answered }
        return switch reply {
        case nil: .open
        case .accepted: .accepted
        case .declined: .declined
        case .lapsed: .lapsed
        }
    }

    /// Whether its nominee may still run: open or accepted.
    package var isWaiting: Bool {
        state == .open || state == .accepted
    }

    /// Days since it was made; `nil` without a date, or before its day.
    package func age(on today: CivilDate) -> (atLeast: Int, atMost: Int?)? {
        nominatedOn?.age(on: today)
    }
}

extension Nomination.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .open: Bilingual("지명됨", "named")
        case .answered: Bilingual("완료", "done")
        case .accepted: Bilingual("수락", "accepted")
        case .declined: Bilingual("사양", "declined")
        case .lapsed: Bilingual("실효", "lapsed")
        }
    }
}
