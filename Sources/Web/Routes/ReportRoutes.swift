import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Summaries

/// 요약 보고. `/api/v1/reports`: filed summaries and their files. A filed summary never changes, so
/// its files may be kept for ever.
struct ReportRoutes: Sendable {
    static let path = "/api/v1/reports"

    let ledger: Ledger
    let printer: Printer

    /// The office's own files are linked from its pages.
    var routes: [Route] { [list, show.slow.linked, file.linked] }

    private var list: Route {
        Route(
            .get, ReportRoutes.path, access: .guests,
            document: .list(
                "listReports", Bilingual("요약 보고, 새 것부터", "Reports, newest first"), of: "Report")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.summaries(
                isPublished: !context.reader.readsBook, before: list.number,
                rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    /// What is known of a report; with a format, the report itself.
    private var show: Route {
        Route(
            .get, ReportRoutes.path + "/{id}", access: .guests,
            document: RouteDocument(
                "showReport",
                Bilingual(
                    "요약 보고 하나와 파일 목록. format이나 Accept로 형식을 고르면 그 파일",
                    "One report and its files; with format, or a type in Accept, the file"),
                parameters: [
                    .init(
                        "format", .words(RenderedSummary.Form.self),
                        Bilingual("파일의 형식", "The form of the file")),
                    .init(
                        "edition", .words(Edition.self),
                        Bilingual(
                            "내부용은 직원만 읽음. 없으면 읽을 수 있는 것",
                            "The office's is for its staff; without it, what may be read")),
                ],
                responses: [(200, .json("ReportWithFiles"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(["format", "edition"])
            let report = try await report(context)
            let accepts = request.headers[.accept] ?? ""
            let form =
                try query.value("format") { RenderedSummary.Form(rawValue: $0) }
                ?? RenderedSummary.Form.allCases.first {
                    $0 != .json && accepts.hasPrefix($0.mediaType.prefix { $0 != ";" })
                }
            let edition =
                try query.value("edition") { Edition(rawValue: $0) }
                ?? (context.reader.readsBook ? .office : .public)
            guard let form else {
                var writer = JSONWriter()
                readable(report, by: context).write(to: &writer, for: context.reader)
                return .json(writer, headers: [.vary: "Accept, Authorization, Cookie"])
            }
            guard edition == .public || context.reader.readsBook else {
                throw WebContext.nothingThere
            }
            let file = report.file(
                form == .pdf ? .html : form, in: context.reader.language,
                isPublished: edition == .public)
            // A browser's work is not for everybody who passes by.
            guard form != .pdf || context.reader.role != nil else {
                throw Problem(
                    .authenticationRequired, ReportRoutes.staffPrint,
                    headers: Authenticator.challenge)
            }
            guard form != .pdf else { return try await printed(file.found().name, of: report) }
            return try await answer(
                file.found().name, of: report,
                headers: [
                    .vary: "Accept, Accept-Language, Authorization, Cookie"
                ])
        }
    }

    private static let staffPrint = Bilingual(
        "PDF는 직원만 만들 수 있습니다. 웹 화면을 인쇄하거나 HWPX를 받으십시오.",
        "PDF is made for the office's staff. Print the page, or take HWPX.")

    /// 판. Small counts are covered in what everybody may read.
    private enum Edition: String, CaseIterable {
        case office, `public`
    }

    /// What the list leaves out is not there either.
    private func report(_ context: WebContext) async throws -> SummaryRecord {
        try await ledger.summary(
            context.id(), isPublished: !context.reader.readsBook
        ).found()
    }

    private func readable(_ report: SummaryRecord, by context: WebContext) -> SummaryRecord {
        context.reader.readsBook ? report : report.published
    }

    /// A PDF is made when somebody asks for it; none is kept.
    private func printed(_ name: String, of report: SummaryRecord) async throws -> Response {
        let page = try await ledger.summaryFile(name, of: report.summary.id).found()
        let pdf = try await printer.print(SummaryStylesheet.whole(page.bytes))
        let form = RenderedSummary.Form.pdf
        let ending = RenderedSummary.Form.html.rawValue
        return .answer(
            pdf, type: form.mediaType,
            headers: [
                .contentDisposition:
                    "attachment; filename=\"\(name.dropLast(ending.count))\(form.rawValue)\"",
                .cacheControl: "no-store",
                .vary: "Accept, Accept-Language, Authorization, Cookie",
            ])
    }

    private func answer(
        _ name: String, of report: SummaryRecord, headers: HTTPFields
    ) async throws -> Response {
        let file = try await ledger.summaryFile(name, of: report.summary.id).found()
        var headers = headers
        headers[.contentDisposition] =
            file.mediaType == RenderedSummary.Form.html.mediaType
            ? "inline" : "attachment; filename=\"\(name)\""
        return .report(file.bytes, type: file.mediaType, headers: headers)
    }

    private var file: Route {
        Route(
            .get, ReportRoutes.path + "/{id}/files/{name}", access: .guests,
            document: RouteDocument(
                "readReportFile", Bilingual("요약 보고의 파일", "A file of a report"),
                responses: [(200, .other("*/*"))])
        ) { _, context in
            let name = context.pathParameter("name")
            let isGuest = !context.reader.readsBook
            guard !isGuest || RenderedSummary.isPublished(name) else {
                throw WebContext.nothingThere
            }
            let id = try await report(context).summary.id
            let file = try await ledger.summaryFile(name, of: id).found()
            // What staff reads a guest may not find where both pass by.
            let keeping = isGuest ? "public" : "private"
            return .report(
                file.bytes, type: file.mediaType,
                headers: [.cacheControl: "\(keeping), max-age=31536000, immutable"])
        }
    }
}

extension Response {
    /// A file of a report; a page may use the stylesheet in it.
    fileprivate static func report(
        _ bytes: [UInt8], type: String, headers: HTTPFields
    ) -> Response {
        var headers = headers
        if type == RenderedSummary.Form.html.mediaType {
            headers[.contentSecurityPolicy] = ContentPolicy.report(bytes)
        }
        return .answer(bytes, type: type, headers: headers)
    }
}
