import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

extension EntryDesk {
    /// A page with one form on it.
    func show(
        _ sheet: EntrySheet, _ visitor: Visitor, _ viewer: Viewer, _ problems: EntryProblems
    ) async throws -> Response {
        try await page(
            sheet.title, at: sheet.path, for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent,
            sheet.form(visitor, problems, hidden(viewer, for: sheet.pattern)))
    }

    /// 저장됨. Goes on with another page after a form was recorded. Its id stays in the browser for a
    /// while: the draft of what was typed in it is no draft any more.
    func saved(_ context: WebContext, at address: String) -> Response {
        Console.seeOther(address, headers: saved(context))
    }

    /// What says so, on a page that shows what was done.
    func saved(_ context: WebContext) -> HTTPFields {
        let key = context.idempotencyKey?.text ?? context.form[PostedForm.key] ?? ""
        let cookie = "pumasi-saved=\(key); Path=/; Max-Age=86400; SameSite=Lax"
        let isPlain = key.utf8.allSatisfy { Hexadecimal.value(of: $0) != nil }
        return isPlain ? [.setCookie: cookie] : [:]
    }

    /// How a form is read: as the object that the API would be sent.
    struct Reading<Draft> {
        let names: [String]
        var shape = PostedObject.Shape()
        /// The field of the form at which a fault is shown, from a path of the object.
        var place: (String) -> String = { $0 }
        let draft: (FormBody) throws(Problem) -> Draft
    }

    /// Reads what a form says, records the source that it names and then what it says.
    /// - Returns: `nil` after problems were added.
    func record<Draft>(
        _ form: PostedForm, _ reading: Reading<Draft>, _ context: WebContext,
        _ problems: inout EntryProblems, write: (Draft) async throws -> Answer
    ) async throws -> Receipt? {
        let entry = SourceEntry(form: form)
        let source = entry.draft(today: today(), &problems)
        // Everything is read before anything is recorded.
        guard var draft = self.draft(form, reading, &problems), problems.isEmpty
        else { return nil }
        if let source {
            let known = try await ledger.record(
                source, request: context.writing(as: source.requestKey))
            var claimed = form
            guard let receipt = receipt(of: known, &problems) else { return nil }
            entry.claim(receipt.id, in: &claimed)
            guard let whole = self.draft(claimed, reading, &problems) else { return nil }
            draft = whole
        }
        let posted = PostedObject(form, names: Set(reading.names), shape: reading.shape)
        return receipt(of: try await write(draft), &problems) {
            Self.place(of: $0, posted, reading.place)
        }
    }

    private func draft<Draft>(
        _ form: PostedForm, _ reading: Reading<Draft>, _ problems: inout EntryProblems
    ) -> Draft? {
        let posted = PostedObject(form, names: Set(reading.names), shape: reading.shape)
        do {
            return try reading.draft(FormBody(object: posted.object))
        } catch {
            // A name that means two people is not missing besides.
            let told = Set(problems.found.map(\.field))
            let place = { (field: String) in Self.place(of: field, posted, reading.place) }
            guard !error.errors.isEmpty else {
                problems.add(error)
                return nil
            }
            var news = error
            news.errors.removeAll { told.contains(place($0.field)) }
            if !news.errors.isEmpty { problems.add(news, at: place) }
            return nil
        }
    }

    private static func place(
        of field: String, _ posted: PostedObject, _ place: (String) -> String
    ) -> String {
        field.hasPrefix("claims") ? "source.outlet" : place(posted.place(of: field))
    }

    /// A day in the form as typed; `nil` while it cannot be read.
    func day(_ field: String, of form: PostedForm) -> EventDate? {
        guard let text = form.text(field),
            case .success(let reading) = DateReader(today: today()).read(text)
        else { return nil }
        return reading.date
    }

    /// Puts ids in the place of the people whom a form names.
    /// - Returns: what may be chosen where a name was not enough; problems were added there.
    func resolve(
        _ people: [MentionEntry], on day: EventDate?, in form: inout PostedForm,
        _ problems: inout EntryProblems
    ) async throws -> MentionOptions {
        let named = people.compactMap { entry in
            entry.mention(in: form, on: day).map { (entry: entry, mention: $0) }
        }
        let found = try await ledger.find(named.map(\.mention))
        var options: MentionOptions = [:]
        for (one, answer) in zip(named, found) {
            let entry = one.entry
            switch answer {
            case .success(let id): form.set(entry.path, "\(id)")
            case .failure(let unclear):
                problems.add(FieldProblem(unclear.refusal)) { _ in entry.name }
                options[entry.path] = unclear.options(in: problems.say.language)
            }
        }
        for entry in people {
            for field in [entry.name, entry.choice, entry.asked] { form.drop(field) }
        }
        return options
    }
}
