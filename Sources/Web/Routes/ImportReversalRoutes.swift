import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 되돌리기. `/api/v1/imports/{id}/reversal`: what undoing an import would come to, and doing it.
struct ImportReversalRoutes: Sendable {
    static let path = ImportRoutes.path + "/{id}/reversal"
    /// A list this long takes a minute; longer ones are undone from the command line.
    private static let rowsMax = 100_000

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [plan.slow, add.slow] }

    /// The dry run: it says whether it is possible and what stands in the way.
    private var plan: Route {
        Route(
            .get, ImportReversalRoutes.path, access: .keepers,
            document: .one(
                "tryImportReversal",
                Bilingual(
                    "모의 실행: 일괄 등록을 되돌릴 수 있는지, 무엇이 막는지",
                    "Dry run: whether an import can be undone, and what stands in the way"),
                "ImportReversalPlan")
        ) { _, context in
            guard case .tried(let plan) = try await ledger.tryReversal(ofImport: context.id())
            else { throw WebContext.nothingThere }
            var writer = JSONWriter()
            plan.write(to: &writer, in: context.language)
            return .json(writer)
        }
    }

    private var add: Route {
        Route(
            .post, ImportReversalRoutes.path, access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "reverseImport",
                Bilingual(
                    "일괄 등록 되돌리기: 그 목록의 기부를 모두 취소하거나 하나도 취소하지 않음",
                    "Undo an import: all donations of the list are reversed, or none is"),
                of: "ImportReversalDraft")
        ) { _, context in
            let form = try ImportReversalForm(context.formBody(), today: today())
            let found = try await ledger.imports(id: context.id(), rowsMax: 1).first.found()
            guard form.confirm == found.no else {
                throw ImportReversalRoutes.unconfirmed(found.no)
            }
            try ImportReversalRoutes.check(found)
            switch try await ledger.reverse(
                listImport: found.id, reason: form.reason, request: context.writing)
            {
            case .answered(let answer): return try answer.response()
            case .blocked(let plan): throw try plan.problem(in: context.language)
            case .tried, .unknown: throw WebContext.nothingThere
            }
        }
    }

    /// - Throws: `Problem` for a list that takes longer to undo than anybody waits for an answer.
    static func check(_ listImport: RecordedImport) throws(Problem) {
        guard listImport.counts.recorded <= rowsMax else { throw tooLong }
    }

    private static func unconfirmed(_ no: String) -> Problem {
        let text = Bilingual("confirm에 \(no)을(를) 쓰십시오.", "Write \(no) under confirm.")
        return Problem(
            .invalidFields, text, errors: [.init("confirm", "confirmation_mismatch", text)])
    }

    private static let tooLong = Problem(
        ProblemKind(
            "import-reversal-too-long", .unprocessableContent,
            Bilingual("기록하지 않았습니다", "Nothing was recorded")),
        Bilingual(
            "\(rowsMax)건이 넘는 목록은 명령줄(pumasi import reverse)로 되돌리십시오.",
            "Undo a list of more than \(rowsMax) rows with pumasi import reverse."))
}

extension ImportReversalPlan {
    /// 409 with what stands in the way, the first of it at least.
    fileprivate func problem(in language: Language) throws -> Problem {
        var problem = Problem(
            ProblemKind(
                "import-reversal-blocked", .conflict,
                Bilingual("되돌리지 않았습니다", "Nothing was undone")),
            summary)
        var writer = JSONWriter()
        write(to: &writer, in: language)
        problem.more = [("plan", try JSONReader.read(writer.bytes))]
        return problem
    }
}
