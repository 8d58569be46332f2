import Hometown

/// Why a command could not do its work, in words for whoever typed it, with what mends it.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: Bilingual
    let hint: Bilingual?

    init(_ status: ExitStatus, _ message: Bilingual, hint: Bilingual? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    func text(in language: Language) -> String {
        let lines = [message, hint].compactMap { $0?.text(in: language) }
        return "pumasi: " + lines.joined(separator: "\n        ")
    }
}
