extension Scene {
    /// The first person is the donor d1, who has 4,900,000 won in 2023.
    static let joiningBreaks: [Break] = [
        Break(constraint: "donor_joining_person_exists", script: joining(50, "60", "99", "d9")),
        Break(
            constraint: "donor_joined_once",
            script: joining(50, "60", "a1", "d9") + joining(51, "61", "a2", "d9")),
        Break(constraint: "donor_of_one_person", script: joining(50, "60", "a1", "d2")),
        // Joined, parted and joined once more is well; joined twice at one time is not.
        Break(
            constraint: "donor_of_one_person",
            script: joining(50, "60", "a1", "d9") + parting(51, "61", "60")
                + joining(52, "62", "a2", "d9", turn: 1) + joining(53, "63", "a1", "d9", turn: 2)),
        Break(constraint: "donor_parting_joining_exists", script: parting(50, "60", "99")),
        Break(
            constraint: "donor_parted_once",
            script: joining(50, "60", "a1", "d9") + parting(51, "61", "60")
                + parting(52, "62", "60")),
        Break(
            constraint: "donor_of_one_person",
            script: joining(50, "60", "a1", "d9") + """
                INSERT INTO person (entry_id, id, donor_id, recorded_at)
                VALUES (51, \(id("61")), \(id("d9")), \(recordedAt));
                """),
        Break(
            constraint: "over_annual_cap",
            script: joining(50, "60", "a1", "d9") + year("d9", 100_001)),
        Break(
            constraint: "over_annual_cap",
            script: joining(50, "60", "a1", "d9") + year("d9", 100_000) + year("d1", 1)),
        // What was above the cap before they were joined may stay, and not grow.
        Break(
            constraint: "over_annual_cap",
            script: year("d9", 5_000_000) + joining(50, "60", "a1", "d9") + year("d9", -1)
                + year("d1", 0) + year("d1", 1)),
    ]

    private static func joining(
        _ entry: Int, _ name: String, _ person: String, _ donor: String, turn: Int = 0
    ) -> String {
        """
        INSERT INTO donor_joining (entry_id, id, person_id, donor_id, recorded_at, turn)
        VALUES (\(entry), \(id(name)), \(id(person)), \(id(donor)), \(recordedAt), \(turn));
        """
    }

    private static func parting(_ entry: Int, _ name: String, _ joining: String) -> String {
        """
        INSERT INTO donor_parting (entry_id, id, joining_id, recorded_at)
        VALUES (\(entry), \(id(name)), \(id(joining)), \(recordedAt));
        """
    }

    /// Adds to a donor's year as the ledger does, or takes from it.
    private static func year(_ donor: String, _ won: Int) -> String {
        guard won >= 0 else {
            return "UPDATE donor_year SET total = total + \(won) WHERE donor_id = \(id(donor));"
        }
        return """
            INSERT INTO donor_year (donor_id, year, total, undisclosed)
            VALUES (\(id(donor)), 2023, \(won), 0)
            ON CONFLICT (donor_id, year) DO UPDATE
            SET total = donor_year.total + excluded.total;
            """
    }
}
