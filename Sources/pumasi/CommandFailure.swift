import Hometown
import Web

/// Why a command could not do its work, in words for whoever typed it, with what mends it.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: Bilingual
    let hint: Bilingual?
    /// What stands in the way, by codes that never change; empty where it is nothing that the API
    /// would refuse, and the exit status has to say it.
    var refusals: [Problem.FieldError]

    init(
        _ status: ExitStatus, _ message: Bilingual, hint: Bilingual? = nil,
        refusals: [Problem.FieldError] = []
    ) {
        self.status = status
        self.message = message
        self.hint = hint
        self.refusals = refusals
    }

    /// One that the API has a code for, and which is about no field.
    init(_ status: ExitStatus, _ kind: ProblemKind, _ message: Bilingual) {
        self.init(status, message, refusals: [Problem.FieldError("", kind.code, message)])
    }

    /// What names nothing.
    static func unknown(_ text: String) -> CommandFailure {
        CommandFailure(
            .notFound, Bilingual("없습니다: \(text)", "There is no \(text)."),
            hint: Bilingual(
                "번호(D-2026-000123 등), ID, 이름은 list가 보여 줍니다: pumasi donation list",
                "A list shows numbers (D-2026-000123), ids and names: pumasi donation list"))
    }

    /// It may repeat what stands in a file.
    func text(in language: Language) -> String {
        let lines = [message, hint].compactMap { $0?.text(in: language) }.map { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { TextTable.line(String($0)) }.joined(separator: "\n")
        }
        return "pumasi: " + lines.joined(separator: "\n        ")
    }

    /// For scripts, with the members of a problem's errors: one at least.
    func write(to writer: inout JSONWriter, in language: Language) {
        let told =
            refusals.isEmpty ? [Problem.FieldError("", status.code, message)] : refusals
        writer.object { writer in
            writer.array("refusals", told) { refusal, writer in
                let field = refusal.field.isEmpty ? nil : refusal.field
                writer.object { writer in
                    writer.field("code", refusal.code)
                    writer.field("field", field)
                    writer.field("text", refusal.text.text(in: language))
                    writer.field("article", refusal.article?.text(in: language))
                }
            }
        }
    }
}
