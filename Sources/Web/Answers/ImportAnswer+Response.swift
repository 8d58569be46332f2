import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

extension ImportAnswer {
    /// Whether all rows were judged and none was recorded: what is bad among them can be handed
    /// back. Of what cannot be read to its end nobody knows.
    var isJudged: Bool {
        switch self {
        case .tried, .rejected: true
        case .recorded, .replayed, .nothingNew, .repeated, .unreadable, .keyReused, .inFlight:
            false
        }
    }

    /// What the caller of an import gets.
    /// - Throws: `Problem` for everything that was not recorded and was to be.
    func response(in language: Language) throws(Problem) -> Response {
        switch self {
        case .recorded(let receipt, let report):
            return ImportAnswer.answer(receipt, report, language, status: .created)
        case .tried(let report): return ImportAnswer.answer(nil, report, language, status: .ok)
        case .nothingNew(let report):
            return ImportAnswer.answer(nil, report, language, status: .ok)
        case .replayed(let receipt):
            return .json(
                receipt.json, status: .created,
                headers: [
                    .location: "\(ImportRoutes.path)/\(receipt.id)", .idempotentReplayed: "true",
                ])
        case .rejected(let report): throw Problem(rejected: report)
        case .repeated(let no):
            throw Problem(
                ProblemKind("import-repeated", .conflict, ImportAnswer.notRecorded),
                Bilingual(
                    "이 파일은 \(no)(으)로 이미 등록했습니다. 다시 등록하려면 force에 사유를 쓰십시오.",
                    "This file was recorded as \(no). Give a reason with force to do it again."))
        case .unreadable(let problem):
            throw Problem(
                ProblemKind(problem.code, .unprocessableContent, ImportAnswer.notRecorded),
                problem.text)
        case .keyReused: throw Answer.reused
        case .inFlight: throw Answer.handled
        }
    }

    private static let notRecorded = Bilingual("기록하지 않았습니다", "Nothing was recorded")

    private static func answer(
        _ receipt: Receipt?, _ report: ImportReport, _ language: Language,
        status: HTTPResponse.Status
    ) -> Response {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("id", receipt?.id)
            writer.field("no", receipt?.no)
            report.write(to: &writer, in: language)
        }
        var headers: HTTPFields = [:]
        if let receipt { headers[.location] = "\(ImportRoutes.path)/\(receipt.id)" }
        return .json(writer, status: status, headers: headers)
    }
}

extension Problem {
    /// 422 with the rows that stand in the way, the first of them at least.
    fileprivate init(rejected report: ImportReport) {
        let count = report.counts.refused
        self.init(
            ProblemKind(
                "import-rows-rejected", .unprocessableContent,
                Bilingual("기록하지 않았습니다", "Nothing was recorded")),
            Bilingual(
                "\(count)개 행에 오류가 있습니다. 고치거나 valid_rows_only로 정상 행만 등록하십시오.",
                "\(count) rows are bad. Mend them, or record the good ones with valid_rows_only."),
            errors: report.problems.filter { !$0.isWarning }.map { problem in
                let field = problem.field.isEmpty ? "" : ".\(problem.field)"
                return FieldError(
                    "rows[\(problem.row)]\(field)", problem.code,
                    Bilingual(problem.line(in: .korean), problem.line(in: .english)),
                    article: Refusal.Code(rawValue: problem.code)?.article)
            })
    }
}
