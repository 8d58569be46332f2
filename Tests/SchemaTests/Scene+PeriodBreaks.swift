extension Scene {
    static let periodBreaks: [Break] = [
        Break(
            constraint: "period_closed",
            script: closing(50, "60", "2023-04")
                + Gift(to: 3, on: "2023-04-30", origin: "reported").disputed("x").script),
        Break(
            constraint: "period_closed_once",
            script: closing(50, "60", "2023-04") + closing(51, "61", "2023-04")),
        Break(
            constraint: "period_closing_over",
            script: closing(50, "60", "2024-01", to: "2024-01-01")),
        Break(
            constraint: "period_reopening_closing_exists", script: reopening(50, "60", of: "99")),
        Break(
            constraint: "late_approval_closing_exists",
            script: leave(50, "60", of: "99")),
        Break(
            constraint: "second_person_required",
            script: waiting + approval(52, "62", correction: "60", by: "01")),
        Break(
            constraint: "approval_correction_once",
            script: waiting + other + approval(52, "62", correction: "60", by: "63")
                + approval(53, "64", correction: "60", by: "63")),
        Break(
            constraint: "approval_reopening_once",
            script: closing(50, "60", "2023-04") + reopening(51, "61", of: "60") + other
                + approval(52, "62", reopening: "61", by: "63")
                + approval(53, "64", reopening: "61", by: "63")),
        Break(
            constraint: "approval_required",
            script: waiting + """
                INSERT INTO settlement (
                    donation_id, step, outcome, correction_id, entry_id, recorded_at)
                VALUES (\(id("f5")), 3, 'reversed', \(id("60")), 50, \(recordedAt));
                """),
        Break(
            constraint: "late_approval_used_up",
            script: closing(50, "60", "2023-04") + leave(51, "61", of: "60") + other
                + late(40, no: 2)),
        Break(
            constraint: "late_entry_no_once",
            script: closing(50, "60", "2023-04") + leave(51, "61", of: "60") + other
                + late(40, no: 1) + late(41, no: 1)),
        Break(
            constraint: "second_person_required",
            script: closing(50, "60", "2023-04") + leave(51, "61", of: "60")
                + late(40, no: 1, by: "01")),
    ]

    private static let waiting = """
        INSERT INTO correction (
            entry_id, id, donation_id, action, pending, author_id, recorded_at)
        VALUES (50, \(id("60")), \(id("f5")), 'reverse', true, \(id("01")), \(recordedAt));
        """

    private static let other = """
        INSERT INTO author (id, kind, name) VALUES (\(id("63")), 'account', 'other');
        """

    private static func closing(
        _ entry: Int, _ name: String, _ period: String, to day: String = "2023-04-30"
    ) -> String {
        """
        INSERT INTO period_closing (
            entry_id, id, period, first_day, last_day, reason, author_id, recorded_at)
        VALUES (
            \(entry), \(id(name)), '\(period)', '2023-04-01', '\(day)', '결산', \(id("01")),
            \(recordedAt));
        """
    }

    private static func reopening(_ entry: Int, _ name: String, of closing: String) -> String {
        """
        INSERT INTO period_reopening (entry_id, id, closing_id, reason, author_id, recorded_at)
        VALUES (\(entry), \(id(name)), \(id(closing)), '누락', \(id("01")), \(recordedAt));
        """
    }

    private static func leave(_ entry: Int, _ name: String, of closing: String) -> String {
        """
        INSERT INTO late_approval (
            entry_id, id, closing_id, entries_max, author_id, recorded_at)
        VALUES (\(entry), \(id(name)), \(id(closing)), 1, \(id("01")), \(recordedAt));
        """
    }

    private static func approval(
        _ entry: Int, _ name: String, correction: String? = nil, reopening: String? = nil,
        by author: String
    ) -> String {
        """
        INSERT INTO approval (
            entry_id, id, correction_id, reopening_id, approved, requester_id, author_id,
            recorded_at)
        VALUES (
            \(entry), \(id(name)), \(correction.map(id) ?? "NULL"),
            \(reopening.map(id) ?? "NULL"), true, \(id("01")), \(id(author)), \(recordedAt));
        """
    }

    private static func late(_ entry: Int, no: Int, by author: String = "63") -> String {
        """
        INSERT INTO late_entry (
            entry_id, late_approval_id, approver_id, entries_max, no, author_id, recorded_at)
        VALUES (
            \(entry), \(id("61")), \(id("01")), 1, \(no), \(id(author)), \(recordedAt));
        """
    }
}
