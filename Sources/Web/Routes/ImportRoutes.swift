import HTTPTypes
import Hometown
import HummingbirdCore
import Interchange
import Ledger
import NIOCore

/// 일괄 등록. `/api/v1/imports`.
struct ImportRoutes: Sendable {
    static let path = "/api/v1/imports"

    let ledger: Ledger
    let limits: ImportLimits
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add.slow, show, template] }

    /// 서식. A workbook to be filled in.
    private var template: Route {
        Route(
            .get, ImportRoutes.path + "/template.xlsx", access: .keepers,
            document: RouteDocument(
                "importTemplate",
                Bilingual(
                    "일괄 등록 서식: 고르는 목록과 예시 행이 있는 통합 문서",
                    "A workbook to be filled in, with drop-downs and an example"),
                responses: [(200, .other(DonationListWriter.Format.xlsx.mediaType))])
        ) { _, context in
            let bytes = try DonationTemplate.workbook(
                await ledger.governments(), on: today(), language: context.language)
            return .answer(
                bytes, type: DonationListWriter.Format.xlsx.mediaType,
                headers: [
                    .contentDisposition: "attachment; filename=\"pumasi-template.xlsx\""
                ])
        }
    }

    private var list: Route {
        Route(
            .get, ImportRoutes.path, access: .keepers,
            document: .list(
                "listImports", Bilingual("일괄 등록 이력, 새 것부터", "Imports, newest first"),
                of: "Import")
        ) { request, context in
            let list = try ListRequest(of: request)
            let rows = try await ledger.imports(before: list.number, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, in: context.language)
            }
        }
    }

    private var show: Route {
        Route(
            .get, ImportRoutes.path + "/{id}", access: .keepers,
            document: .one("showImport", Bilingual("일괄 등록 한 건", "One import"), "Import")
        ) { _, context in
            let found = try await ledger.imports(id: context.id(), rowsMax: 1).first.found()
            var writer = JSONWriter()
            found.write(to: &writer, in: context.language)
            return .json(writer)
        }
    }

    private var add: Route {
        Route(
            .post, ImportRoutes.path, access: .clerks,
            body: .file(types: ImportRoutes.formats.map(\.type), bytesMax: limits.bytesMax),
            needsIdempotencyKey: true,
            document: RouteDocument(
                "addImport",
                Bilingual(
                    "기부 목록을 한꺼번에 등록하거나 미리 심사",
                    "Record a list of donations at once, or only judge it"),
                parameters: ImportRoutes.parameters,
                responses: [
                    (201, .json("ImportReport")), (200, .json("ImportReport")),
                ])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow(ImportRoutes.names)
            let draft = try draft(query, context)
            let isDryRun = try query.flag(RouteDocument.Parameter.dryRun.name)
            let wantsErrors = try query.flag("rejected_rows")
            let collector = wantsErrors ? RejectedRowsCollector(context.language) : nil
            let answer =
                isDryRun
                ? try await ledger.tryImport(draft, listener: collector)
                : try await ledger.importDonations(
                    draft, request: context.writing, listener: collector)
            if let collector, answer.isJudged {
                return .answer(await collector.bytes, type: "text/csv; charset=utf-8")
            }
            return try answer.response(in: context.language)
        }
    }

    private func draft(_ query: Query, _ context: WebContext) throws(Problem) -> ImportDraft {
        let type = context.fields.contentType.map(Route.Body.mediaType) ?? ""
        guard let format = ImportRoutes.formats.first(where: { $0.type == type })?.format else {
            throw WebContext.nothingThere
        }
        var draft = ImportDraft(
            source: MemoryBytes(Array(context.body.readableBytesView)), format: format,
            fileName: try query.value("file_name") { name in
                name.unicodeScalars.count <= ImportRoutes.fileNameMax
                    && HiddenCharacter(in: name) == nil ? name : nil
            })
        draft.rowsMax = limits.rowsMax
        draft.sheet = query["sheet"]
        draft.encoding = try query.value("encoding") { TextEncoding(rawValue: $0) }
        draft.delimiter = try query.value("delimiter") { CSVDelimiter(rawValue: $0)?.byte }
        draft.headerRow = try query.value("header_row") { text in
            Int(text).flatMap { ImportDraft.headerRows.contains($0) ? $0 : nil }
        }
        draft.keepsValidRows = try query.flag("valid_rows_only")
        draft.forcedBecause = try query.value("force") { text in
            (1...500).contains(text.unicodeScalars.count)
                && HiddenCharacter(in: text, lines: .several) == nil ? text : nil
        }
        for field in DonationField.allCases {
            if let text = query[field.rawValue] { draft.defaults[field] = text }
        }
        return draft
    }

    /// What may be sent, by content type.
    private static let formats: [(type: String, format: ImportDraft.Format)] = [
        ("text/csv", .csv), ("text/tab-separated-values", .csv),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .xlsx
        ), ("application/x-ndjson", .ndjson),
    ]

    private static let fileNameMax = 255

    private static let names = Set(
        parameters.map(\.name) + DonationField.allCases.map(\.rawValue))

    private static let parameters: [RouteDocument.Parameter] = [
        .dryRun,
        .init(
            "valid_rows_only", .flagInAddress,
            Bilingual("정상 행만 등록", "Record the good rows even if others are bad")),
        .init(
            "rejected_rows", .flagInAddress,
            Bilingual(
                "오류 행을 고쳐 보낼 CSV로 받음", "Answer with the bad rows as CSV, to be mended")),
        .init(
            "force", ["type": "string", "minLength": 1, "maxLength": 500],
            Bilingual("같은 파일을 다시 등록하는 사유", "Why the same file is recorded again")),
        .init(
            "file_name", ["type": "string", "maxLength": .integer(Int64(fileNameMax))],
            Bilingual("파일 이름", "What the file is called")),
        .init(
            "sheet", ["type": "string"],
            Bilingual("통합 문서의 시트 이름", "The sheet of a workbook")),
        .init(
            "encoding", ["enum": ["utf8", "cp949"]],
            Bilingual("글자 인코딩, 없으면 알아냄", "Encoding of the text; else found out")),
        .init(
            "delimiter", .words(CSVDelimiter.self),
            Bilingual("칸을 나누는 글자, 없으면 알아냄", "What parts the cells; else found out")),
        .init(
            "header_row",
            [
                "type": "integer", "minimum": .integer(Int64(ImportDraft.headerRows.lowerBound)),
                "maximum": .integer(Int64(ImportDraft.headerRows.upperBound)),
            ],
            Bilingual(
                "열 이름이 있는 행의 번호, 없으면 알아냄",
                "The row that names the columns; else found out")),
    ]
}

/// Keeps what an import rejects as the file that goes back.
actor RejectedRowsCollector: ImportListener {
    private let language: Language
    private var writer: RejectedRowsWriter?
    private(set) var bytes: [UInt8] = []

    init(_ language: Language) {
        self.language = language
    }

    func begin(_ columns: DonationColumns) throws {
        var writer = try RejectedRowsWriter(columns, language: language)
        bytes = writer.take()
        self.writer = writer
    }

    func reject(_ rows: [RejectedRow]) {
        for row in rows { writer?.append(row) }
        bytes += writer?.take() ?? []
    }

    func proceed(_ progress: ImportProgress) {}
}
