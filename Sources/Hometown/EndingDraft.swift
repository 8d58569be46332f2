/// 종료. What ends before its time, or at all: a project, a declared interest, the term of an
/// office, a bar. What ends on its first day or before never was.
package struct EndingDraft: Hashable, Sendable {
    /// The first day on which it is over.
    package var endsOn: CivilDate
    package var reason: String

    package init(endsOn: CivilDate, reason: String) {
        self.endsOn = endsOn
        self.reason = reason
    }

    /// What the entry says, and what a request asks for.
    /// - Parameter kind: of the thing, by which the entry names it.
    package func members(
        of kind: Entry.Kind, _ thing: Identifier
    ) -> [String: CanonicalValue?] {
        [kind.rawValue: .id(thing), "ends_on": .date(endsOn), "reason": .string(reason)]
    }
}
