/// 임기. How long an office was held, as far as anybody has told, in SQL beside a row of `office`.
enum OfficeTerm {
    /// `term (ended_on)`: the earliest of its ends; one row, NULL where nobody told of any.
    /// - Parameter holds: SQL, whether the entry of an end counts.
    static func join(where holds: String = "true") -> String {
        """
        CROSS JOIN LATERAL (
            SELECT min(office_ending.ends_on)
            FROM office_ending
            WHERE office_ending.office_id = office.id AND \(holds)
        ) AS term (ended_on)
        """
    }

    /// By the log that the transaction keeps to.
    static let joinWithinLog = join(where: KeepToLog.holds("office_ending.entry_id"))

    static let heldTo = "least(office.held_to, term.ended_on)"

    /// Whether it was held at all: what ended before it began was recorded by mistake.
    static let wasHeld = """
        (term.ended_on <= coalesce(office.held_from, office.known_on)) IS NOT TRUE
        """
}
