extension Scene {
    static let fundBreaks: [Break] = [
        Break(
            constraint: "fund_balance_once",
            script: figure(50, "60", "'opening_balance'") + figure(51, "61", "'opening_balance'")),
        Break(
            constraint: "fund_target_once",
            script: figure(50, "60", "'target'") + figure(51, "61", "'target'")),
        Break(
            constraint: "fund_figure_target_some",
            script: figure(50, "60", "'target'", amount: "0")),
        Break(
            constraint: "fund_figure_replaced",
            script: figure(50, "60", "'gift_cost'")
                + figure(51, "61", "'gift_cost'", of: "60", revision: 1)
                + figure(52, "62", "'gift_cost'", of: "60", revision: 1)),
        Break(
            constraint: "fund_figure_replaces_the_same",
            script: figure(50, "60", "'gift_cost'")
                + figure(51, "61", "'collection_cost'", of: "60", revision: 1)),
        Break(
            constraint: "fund_figure_project_exists",
            script: figure(50, "60", "'use'", purpose: "1", project: "99")),
        Break(
            constraint: "fund_figure_use_has_purpose", script: figure(50, "60", "'use'")),
        Break(
            constraint: "fund_figure_amount_some",
            script: figure(50, "60", "'gift_cost'", amount: "-1")),
        Break(
            constraint: "fund_figure_has_amount",
            script: figure(50, "60", "'gift_cost'", amount: "NULL")),
        Break(
            constraint: "fund_figure_revises",
            script: figure(50, "60", "'gift_cost'", revision: 1)),
    ]

    private static func figure(
        _ entry: Int, _ name: String, _ figure: String, purpose: String = "NULL",
        project: String? = nil, amount: String = "1000", of replaced: String? = nil,
        revision: Int = 0
    ) -> String {
        """
        INSERT INTO fund_figure (
            entry_id, id, year, figure, purpose, project_id, amount, document, replaces_id,
            revision, author_id, recorded_at)
        VALUES (
            \(entry), \(id(name)), 2023, \(figure), \(purpose), \(project.map(id) ?? "NULL"),
            \(amount), '결산서', \(replaced.map(id) ?? "NULL"), \(revision), \(id("01")),
            \(recordedAt));
        """
    }
}
