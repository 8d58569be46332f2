import Hometown
import Ledger
import Web

/// 결과. What an import came to, in lines for people: the plan, the counts, the first problems.
struct ImportText {
    /// More than a screen holds helps nobody.
    private static let problemsMax = 20

    let report: ImportReport
    let language: Language

    /// Some repeat what stands in the list, over its columns and in its cells.
    var lines: [String] {
        let problems = report.problems.prefix(ImportText.problemsMax)
        let lines =
            [plan, ignored, earlier, hidden, counts].compactMap { $0 }
            + problems.map { $0.line(in: language) } + [rest].compactMap { $0 }
        return lines.map(TextTable.line)
    }

    private func text(_ korean: String, _ english: String) -> String {
        Bilingual(korean, english).text(in: language)
    }

    private var plan: String? {
        guard let columns = report.columns else { return nil }
        let mapped = columns.known.map { "\($0.header) → \($0.column.name)" }
            .joined(separator: ", ")
        guard let encoding = report.encoding?.title else {
            return text("열: \(mapped)", "Columns: \(mapped)")
        }
        return text(
            "글자 인코딩 \(encoding), 열: \(mapped)", "Encoding \(encoding), columns: \(mapped)")
    }

    private var ignored: String? {
        guard let ignored = report.columns?.ignored, !ignored.isEmpty else { return nil }
        let names = ignored.joined(separator: ", ")
        return text("읽지 않은 열: \(names)", "Columns not read: \(names)")
    }

    private var earlier: String? {
        report.earlier.map { text("이미 등록한 파일: \($0)", "This file was imported as \($0)") }
    }

    private var hidden: String? { report.hidden.text?.text(in: language) }

    private var counts: String {
        let (counts, sums) = (report.counts, report.sums)
        func told(_ count: Int, _ sum: Won) -> String {
            "\(count)(\(Notation.amount(sum, in: language)))"
        }
        let good = told(counts.recorded, Won(counts.amount))
        let warned = told(sums.warnedRows, sums.warned)
        let bad = told(counts.refused, sums.refused)
        let twins = told(counts.duplicates, sums.duplicates)
        let known = told(counts.known, sums.known)
        return text(
            "전체 \(counts.rows)행: 정상 \(good), 경고 \(warned), 오류 \(bad), 중복 의심 \(twins), "
                + "이미 등록됨 \(known), 이견 \(counts.disputed)",
            "\(counts.rows) rows: \(good) good, \(warned) with warnings, \(bad) bad, "
                + "\(twins) possible duplicates, \(known) known, \(counts.disputed) disputed")
    }

    private var rest: String? {
        guard report.problems.count > ImportText.problemsMax else { return nil }
        return text(
            "처음 \(ImportText.problemsMax)건만 보입니다. --errors-file로 모두 받으십시오.",
            "These are the first \(ImportText.problemsMax). --errors-file writes all.")
    }
}

/// How an import fails, for scripts and people.
enum ImportFailures {
    /// - Parameter isPart: whether the good rows are recorded without them. Otherwise the file of
    ///   errors is no list to bring back: it lacks the good rows.
    static func rejected(_ count: Int, isPart: Bool) -> CommandFailure {
        let rows = count == 1 ? "1 row is wrong" : "\(count) rows are wrong"
        guard isPart else {
            return CommandFailure(
                .rejected,
                Bilingual(
                    "\(count)개 행에 오류가 있어 한 행도 등록하지 않습니다.",
                    "\(rows), so none of the list is recorded."),
                hint: Bilingual(
                    "목록을 고쳐 통째로 다시 등록하거나, --valid-rows-only로 맞는 행만 등록하십시오.",
                    "Mend the list and import it whole, or take the good rows with "
                        + "--valid-rows-only."))
        }
        return CommandFailure(
            .rejected,
            Bilingual("\(count)개 행을 등록하지 않았습니다.", "\(rows), and left out."),
            hint: Bilingual(
                "--errors-file로 받아 고친 뒤 그 파일을 등록하십시오.",
                "Get what was left out with --errors-file, mend it and import that file."))
    }

    static func repeated(_ no: String) -> CommandFailure {
        CommandFailure(
            .conflict,
            Bilingual("이 파일은 \(no)(으)로 이미 등록했습니다.", "This file was imported as \(no)."),
            hint: Bilingual(
                "다시 등록하려면 --force에 사유를 쓰십시오.",
                "To import it again, give a reason with --force."))
    }

    static func unreadable(_ problem: ImportProblem) -> CommandFailure {
        CommandFailure(
            .rejected, problem.text, refusals: [.init("", problem.code, problem.text)])
    }

    static let keyReused = CommandFailure(
        .conflict, .idempotencyKeyReused,
        Bilingual(
            "이 --key로 다른 내용을 이미 등록했습니다.", "Something else was recorded under this --key."))

    static let inFlight = CommandFailure(
        .tryLater, .idempotencyInFlight,
        Bilingual("같은 요청을 처리하고 있습니다.", "The same request is being handled."))
}
