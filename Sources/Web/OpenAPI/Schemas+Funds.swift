import Hometown

extension Schemas {
    static let funds: [(String, JSONValue)] = [
        ("FundFigure", fundFigure), ("FundFigureDraft", fundFigureDraft),
        ("FundFigureList", list(of: "FundFigure")),
    ]

    private static let fundFigure = JSONValue.answer(
        identity + [
            ("year", .whole), ("figure", .words(FundFigure.self)), ("figure_name", .text),
            ("purpose", .wholeOrNull), ("project_id", .idOrNull), ("title", .textOrNull),
            ("amount", ["type": ["integer", "null"], "minimum": 0]), ("note", .textOrNull),
            ("document", .text), ("replaces", .idOrNull), ("replaced_by", .idOrNull),
            ("author", .text),
        ] + recording)

    private static let fundFigureDraft = JSONValue.request(
        [
            ("year", .whole), ("figure", .words(FundFigure.self)),
            ("purpose", ["type": ["integer", "null"], "minimum": 1, "maximum": 4]),
            ("project_id", .idOrNull), ("title", .textOrNull),
            ("amount", ["type": ["integer", "string", "null"]]), ("note", .textOrNull),
            ("document", .text(max: FormReader.charactersMax)), ("replaces", .idOrNull),
        ], required: ["year", "figure", "document"])
}
