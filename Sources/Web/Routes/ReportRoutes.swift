import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 요약 보고. `/api/v1/reports`: filed summaries and their files. A filed summary never changes, so
/// its files may be kept for ever.
struct ReportRoutes: Sendable {
    static let path = "/api/v1/reports"

    let ledger: Ledger

    var routes: [Route] { [list, show, file] }

    private var list: Route {
        Route(
            .get, ReportRoutes.path, access: .guests,
            document: .list(
                "listReports", Bilingual("요약 보고, 새 것부터", "Reports, newest first"), of: "Report")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.summaries(before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, for: context.reader)
            }
        }
    }

    private var show: Route {
        Route(
            .get, ReportRoutes.path + "/{id}", access: .guests,
            document: .one(
                "showReport", Bilingual("요약 보고 하나와 파일 목록", "One report and its files"),
                "ReportWithFiles")
        ) { _, context in
            let report = try await ledger.summary(context.id()).found()
            var writer = JSONWriter()
            report.write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private var file: Route {
        Route(
            .get, ReportRoutes.path + "/{id}/files/{name}", access: .guests,
            document: RouteDocument(
                "readReportFile", Bilingual("요약 보고의 파일", "A file of a report"),
                responses: [(200, .other("*/*"))])
        ) { _, context in
            let name = context.pathParameter("name")
            let file = try await ledger.summaryFile(name, of: context.id()).found()
            return .answer(
                file.bytes, type: file.mediaType,
                headers: [.cacheControl: "public, max-age=31536000, immutable"])
        }
    }
}
