import HTTPTypes
import Hometown
import HummingbirdCore
import Interchange
import Ledger

/// 일괄 등록 화면. `/imports/new`: file, columns, preview, result.
struct ImportEntryRoutes: Sendable {
    let desk: EntryDesk
    let imports: ImportDesk
    let limits: ImportLimits

    var ledger: Ledger { desk.ledger }
    private static let resultPath = "/imports/new/{id}/result"
    /// As long as somebody waits without wondering; then the page says how far it has come.
    private static let patienceMs: UInt64 = 2_000

    var routes: [Route] {
        start + send + columns + match + preview + errors + confirm + result + template
    }

    // MARK: File

    private var start: [Route] {
        Console.get(
            ImportFilePage.path, roles: Role.clerks, "importEntry",
            Bilingual("일괄 등록: 파일", "Import: the file")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await filePage(
                visitor, viewer, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var send: [Route] {
        Console.post(
            ImportFilePage.path, roles: Role.clerks, "importEntrySend",
            Bilingual("일괄 등록: 파일 보내기", "Import: send the file"),
            fileBytesMax: limits.bytesMax, lists: [ImportFilePage.listField]
        ) { _, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            if case (var draft, let bytes)? = list(of: context.form, &problems) {
                do throws(any Error) {
                    try await recall(ledger.survey(draft).header, in: &draft)
                    let id = try await ledger.keepUpload(draft, bytes: bytes, by: viewer.id)
                    return Console.seeOther(visitor.path("/imports/new/\(id)"))
                } catch let problem as ImportProblem {
                    problems.add(ImportFilePage.fileField, visitor.say.text(problem.text))
                }
            }
            return try await filePage(visitor, viewer, context.form, problems)
        }
    }

    private func filePage(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems
    ) async throws -> Response {
        let page = ImportFilePage(
            visitor: visitor, limits: limits, form: form, problems: problems,
            hidden: desk.hidden(viewer, for: ImportFilePage.path))
        return try await desk.page(
            page.title, at: ImportFilePage.path, for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }

    /// The file that was chosen, or else the list that was pasted.
    private func list(
        of form: PostedForm, _ problems: inout EntryProblems
    ) -> (ImportDraft, [UInt8])? {
        let say = problems.say
        var (bytes, name): ([UInt8], String?) = ([], nil)
        var format = ImportDraft.Format.csv
        if let file = form.file(ImportFilePage.fileField) {
            (bytes, name) = (file.bytes, file.name)
            switch file.name.lowercased().split(separator: ".").last {
            case "xlsx": format = .xlsx
            case "ndjson", "jsonl": format = .ndjson
            case "csv", "tsv", "txt", "tab": format = .csv
            default:
                problems.add(
                    ImportFilePage.fileField,
                    say(
                        "XLSX, CSV, TSV, NDJSON 파일만 읽습니다. 다른 형식은 XLSX나 CSV로 저장하십시오.",
                        "Only XLSX, CSV, TSV and NDJSON are read. Save other files as one of them.")
                )
                return nil
            }
        } else if let text = form[ImportFilePage.listField], !text.tidied.isEmpty {
            bytes = Array(text.utf8)
        }
        guard !bytes.isEmpty else {
            problems.add(
                ImportFilePage.fileField,
                say("파일을 고르거나 목록을 붙여 넣으십시오.", "Choose a file, or paste a list."))
            return nil
        }
        var draft = ImportDraft(source: MemoryBytes(bytes), format: format, fileName: name)
        draft.rowsMax = limits.rowsMax
        if let origin = form[DonationField.origin.rawValue], !origin.isEmpty {
            draft.defaults[.origin] = origin
        }
        return (draft, bytes)
    }

    // MARK: Preview

    private var preview: [Route] {
        Console.get(
            ImportPreviewPage.path, roles: Role.clerks, "importEntryPreview",
            Bilingual("일괄 등록: 미리보기", "Import: the preview"),
            parameters: [
                .init(
                    ImportPreviewPage.rowsParameter, .words(ImportExcerpt.self),
                    Bilingual(
                        "보일 행: 모두, 아니면 확인할 행만",
                        "Which rows to show: all, or else those to look at"))
            ]
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow([ImportPreviewPage.rowsParameter, "theme"])
            let excerpt = try query.value(ImportPreviewPage.rowsParameter) {
                ImportExcerpt(rawValue: $0)
            }
            let visitor = Visitor(context)
            return try await open(context, viewer) { upload in
                try await previewPage(
                    visitor, viewer, upload, EntryProblems(visitor.say),
                    showing: excerpt ?? .problems)
            }
        }
    }

    private func previewPage(
        _ visitor: Visitor, _ viewer: Viewer, _ upload: Upload,
        _ problems: EntryProblems, showing excerpt: ImportExcerpt = .problems
    ) async throws -> Response {
        switch try await ledger.tryImport(upload.draft, showing: excerpt) {
        case .tried(let report), .nothingNew(let report), .rejected(let report):
            let page = ImportPreviewPage(
                visitor: visitor, id: upload.id, report: report, excerpt: excerpt,
                problems: problems,
                hidden: desk.hidden(viewer, for: ImportPreviewPage.path))
            return try await desk.page(
                page.title, at: "/imports/new/\(upload.id)/preview", for: visitor,
                status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
        case .unreadable(let problem):
            var problems = EntryProblems(visitor.say)
            problems.add("", visitor.say.text(problem.text))
            return try await columnsPage(visitor, viewer, upload, problems)
        case .recorded, .replayed, .repeated, .keyReused, .inFlight:
            return Console.seeOther(visitor.path("/imports/new/\(upload.id)/result"))
        }
    }

    /// All bad rows, as the file that goes back.
    private var errors: [Route] {
        Console.get(
            "/imports/new/{id}/errors.csv", roles: Role.clerks, "importEntryErrors",
            Bilingual("일괄 등록: 오류 행", "Import: the bad rows")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await open(context, viewer) { upload in
                let collector = RejectedRowsCollector(visitor.language)
                let answer = try await ledger.tryImport(upload.draft, listener: collector)
                // The page says why the list cannot be read.
                guard answer.isJudged else {
                    return Console.seeOther(visitor.path("/imports/new/\(upload.id)/preview"))
                }
                return .answer(
                    await collector.bytes, type: "text/csv; charset=utf-8",
                    headers: [.contentDisposition: "attachment; filename=\"errors.csv\""])
            }
        }
    }

    // MARK: Recording

    private var confirm: [Route] {
        Console.post(
            ImportPreviewPage.path, roles: Role.clerks, "importEntryConfirm",
            Bilingual("일괄 등록: 등록", "Import: record it"), needsKey: true
        ) { _, context, viewer in
            try await open(context, viewer) { upload in
                var draft = upload.draft
                draft.keepsValidRows = context.form["rows"] == "valid"
                draft.forcedBecause = context.form["force"].flatMap {
                    $0.tidied.isEmpty ? nil : String($0.tidied.prefix(500))
                }
                try await ledger.readUpload(
                    upload.id, of: viewer.id, as: draft, isBegun: true)
                await begin(upload.id, draft, context, viewer)
                return Console.seeOther(
                    Visitor(context).path("/imports/new/\(upload.id)/result"))
            }
        }
    }

    /// Records a list here. Its request has an id made of the list's own: where another daemon is
    /// at it, or was until it died, this one waits for what that came to, or does it.
    private func begin(
        _ id: Identifier, _ draft: ImportDraft, _ context: WebContext, _ viewer: Viewer
    ) async {
        let request = context.request(as: ImportUpload.requestKey(of: id), by: viewer)
        let (ledger, author) = (ledger, viewer.id)
        await imports.begin(id) { desk in
            let answer = try await ledger.importDonations(
                draft, request: request, listener: ProgressNote(desk: desk, id: id))
            switch answer {
            case .recorded(let receipt, _), .replayed(let receipt):
                try await ledger.endUpload(id, as: receipt.id)
            case .rejected, .nothingNew, .repeated, .unreadable:
                // Whoever is told that it was not recorded does not record it by a second look.
                try? await ledger.readUpload(id, of: author, as: draft)
            case .tried, .keyReused, .inFlight: break
            }
            return answer
        }
        await imports.wait(for: id, ms: Self.patienceMs)
    }

    private var result: [Route] {
        Console.get(
            Self.resultPath, roles: Role.clerks, "importEntryResult",
            Bilingual("일괄 등록: 결과", "Import: the result")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await open(context, viewer) { upload in
                if await imports.job(upload.id) == nil, upload.isBegun {
                    await begin(upload.id, upload.draft, context, viewer)
                }
                return try await outcome(of: upload, visitor, viewer)
            }
        }
    }

    private func outcome(
        of upload: Upload, _ visitor: Visitor, _ viewer: Viewer
    ) async throws -> Response {
        var problems = EntryProblems(visitor.say)
        switch await imports.job(upload.id) {
        case nil: return Console.seeOther(visitor.path("/imports/new/\(upload.id)/preview"))
        case .running(let progress):
            let page = ImportProgressPage(visitor: visitor, id: upload.id, progress: progress)
            return try await desk.page(
                page.title, at: "/imports/new/\(upload.id)/result", for: visitor, page.parts)
        case .failed(let problem): problems.add(problem)
        case .ended(.recorded(let receipt, _)), .ended(.replayed(let receipt)):
            return Console.seeOther(visitor.path("/imports/\(receipt.id)"))
        case .ended(.repeated(let no)):
            problems.add(
                "force",
                visitor.say(
                    "\(no)(으)로 이미 등록한 파일입니다. 다시 등록하는 사유를 쓰십시오.",
                    "This file was recorded as \(no). Say why it is recorded again."))
        case .ended(.rejected), .ended(.nothingNew), .ended(.tried):
            problems.add(
                "",
                visitor.say(
                    "미리보기 뒤에 원장이 바뀌어 등록하지 않았습니다. 아래를 다시 확인하십시오.",
                    "The book changed after the preview; nothing was recorded. Look again."))
        case .ended(.unreadable(let problem)):
            problems.add("", visitor.say.text(problem.text))
        case .ended(.keyReused), .ended(.inFlight): problems.add(Answer.handled)
        }
        return try await previewPage(visitor, viewer, upload, problems)
    }

    /// An empty list to fill in, with what may be chosen.
    private var template: [Route] {
        Console.get(
            "/imports/template.xlsx", roles: Role.clerks, "importTemplatePage",
            Bilingual("일괄 등록 빈 양식", "An empty list to fill in")
        ) { _, context, _ in
            let bytes = try DonationTemplate.workbook(
                await ledger.governments(), on: desk.today(), language: context.language)
            return .answer(
                bytes, type: DonationListWriter.Format.xlsx.mediaType,
                headers: [.contentDisposition: "attachment; filename=\"pumasi-donations.xlsx\""])
        }
    }

    /// A list that waits.
    struct Upload {
        let id: Identifier
        var draft: ImportDraft
        let isBegun: Bool
    }

    /// Goes on with a list; one that was recorded meanwhile is shown as what it became, and for one
    /// that was let go there is the first step again.
    func open(
        _ context: WebContext, _ viewer: Viewer, _ body: (Upload) async throws -> Response
    ) async throws -> Response {
        let visitor = Visitor(context)
        guard let upload = try await ledger.upload(context.id(), of: viewer.id) else {
            return Console.seeOther(visitor.path(ImportFilePage.path))
        }
        switch upload.state {
        case .waiting(let draft):
            return try await body(Upload(id: upload.id, draft: draft, isBegun: upload.isBegun))
        case .recorded(let id): return Console.seeOther(visitor.path("/imports/\(id)"))
        }
    }
}

/// Tells the desk how far a recording has come.
private struct ProgressNote: ImportListener {
    let desk: ImportDesk
    let id: Identifier

    func begin(_ columns: DonationColumns) {}
    func reject(_ rows: [RejectedRow]) {}
    func proceed(_ progress: ImportProgress) async { await desk.note(progress, of: id) }
}
