import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Logging

/// 열 맞추기. What the columns of a list hold, by their words, by what was chosen under them last time,
/// and by what somebody says.
extension ImportEntryRoutes {
    var columns: [Route] {
        Console.get(
            ImportColumnsPage.path, roles: Role.clerks, "importEntryColumns",
            Bilingual("일괄 등록: 열 맞추기", "Import: match the columns")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await open(context, viewer) { upload in
                try await columnsPage(visitor, viewer, upload, EntryProblems(visitor.say))
            }
        }
    }

    var match: [Route] {
        Console.post(
            ImportColumnsPage.path, roles: Role.clerks, "importEntryMatch",
            Bilingual("일괄 등록: 열 정하기", "Import: say what the columns hold")
        ) { _, context, viewer in
            try await open(context, viewer) { upload in
                guard context.form[ImportColumnsPage.dropButton] == nil else {
                    try await ledger.dropUpload(upload.id, of: viewer.id)
                    return Console.seeOther(Visitor(context).path("/imports"))
                }
                return try await match(upload, context, viewer)
            }
        }
    }

    private func match(
        _ upload: Upload, _ context: WebContext, _ viewer: Viewer
    ) async throws -> Response {
        let visitor = Visitor(context)
        var upload = upload
        var problems = EntryProblems(visitor.say)
        let shown = try await ledger.survey(upload.draft)
        let form = ImportReadingForm(form: context.form, shown: shown)
        let draft = form.draft(upload.draft, &problems)
        guard problems.isEmpty, let survey = try await look(into: draft, &problems) else {
            return try await columnsPage(
                visitor, viewer, upload, problems,
                headerRow: context.form[ImportReadingForm.headerRowField])
        }
        // Other words stand in another sheet and row, in another encoding and between other
        // delimiters: they are matched anew.
        let isAnew = form.isOtherSheet(upload.draft) || survey.header != shown.header
        upload.draft = draft
        if isAnew {
            try await recall(survey.header, in: &upload.draft)
        } else {
            upload.draft.headerRow = draft.format == .ndjson ? nil : survey.headerRow
            upload.draft.mapping = form.mapping(of: survey.header)
            upload.draft.isMappingRemembered = false
        }
        try await ledger.readUpload(upload.id, of: viewer.id, as: upload.draft)
        await imports.forget(upload.id)
        if isAnew { return desk.saved(context, at: visitor.path("/imports/new/\(upload.id)")) }
        do throws(DonationColumns.Problem) {
            _ = try DonationColumns(
                header: survey.header, defaults: upload.draft.defaults,
                mapping: upload.draft.mapping)
        } catch {
            problems.add("", visitor.say.text(error.text))
            return try await columnsPage(visitor, viewer, upload, problems)
        }
        if draft.format != .ndjson {
            do {
                try await ledger.rememberColumns(
                    of: survey.header, as: upload.draft.mapping, by: viewer.id)
            } catch {
                // The choice stands already: the next list has to be told again, and this goes on.
                context.logger.warning(
                    "the columns of a list are not remembered", metadata: ["error": "\(error)"])
            }
        }
        return desk.saved(context, at: visitor.path("/imports/new/\(upload.id)/preview"))
    }

    /// 지난번의 선택. What somebody chose by hand under the same words stands chosen again, until
    /// whoever brings this list has looked at it. A list of JSON objects has names and no header.
    func recall(_ header: [String], in draft: inout ImportDraft) async throws {
        // What was said of another header is not said of this one.
        if draft.isMappingRemembered { draft.mapping = [:] }
        draft.isMappingRemembered = false
        guard draft.format != .ndjson,
            let mapping = try await ledger.rememberedColumns(of: header)
        else { return }
        draft.mapping = mapping
        draft.isMappingRemembered = true
    }

    /// - Returns: `nil` for what cannot be read so; why is among the problems.
    private func look(
        into draft: ImportDraft, _ problems: inout EntryProblems
    ) async throws -> ImportSurvey? {
        do {
            return try await ledger.survey(draft)
        } catch let problem as ImportProblem {
            let isOfRow = problem.code == ImportProblem.headerRowEmpty
            problems.add(
                isOfRow ? ImportReadingForm.headerRowField : "", problems.say.text(problem.text))
            return nil
        }
    }

    func columnsPage(
        _ visitor: Visitor, _ viewer: Viewer, _ upload: Upload, _ problems: EntryProblems,
        headerRow: String? = nil
    ) async throws -> Response {
        let page = ImportColumnsPage(
            visitor: visitor, id: upload.id, survey: try await ledger.survey(upload.draft),
            draft: upload.draft, problems: problems,
            hidden: desk.hidden(viewer, for: ImportColumnsPage.path), headerRow: headerRow)
        return try await desk.page(
            page.title, at: "/imports/new/\(upload.id)", for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }
}
