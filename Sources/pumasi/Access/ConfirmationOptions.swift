import ArgumentParser
import Hometown

/// 확인. What a command takes that shuts somebody out or deletes what cannot be had back: on a
/// terminal it asks first. The severe ones (the two `erase`, `import reverse`) want a name said
/// twice instead, wherever they are given.
struct ConfirmationOptions: ParsableArguments {
    /// What comes before the act.
    enum Step {
        case act, ask, refuse
    }

    /// On a Korean keyboard the key y writes ㅛ.
    private static let yeses: Set<String> = ["y", "yes", "ㅛ", "예", "네"]

    @Flag(name: .long, help: .said("묻지 않고 합니다.", "Do it without asking."))
    var yes = false

    @Flag(
        name: .customLong("no-input"),
        help: .said("묻지 않습니다. --yes가 없으면 실패합니다.", "Never ask: without --yes it fails."))
    var isSilent = false

    /// - Parameter isAttended: whether somebody sits there who can be asked. Where nobody does,
    ///   whoever wrote the script meant it.
    func step(isAttended: Bool) -> Step {
        if yes { return .act }
        if isSilent { return .refuse }
        return isAttended ? .ask : .act
    }

    /// Returns when it may be done.
    /// - Parameter look: finds what it is about, and says in a sentence what happens to it. Only
    ///   where somebody is asked: to do it finds out the same. It shuts the ledger again, so that
    ///   whoever thinks holds nothing up and Ctrl-C ends the command at once.
    /// - Throws: what `look` throws; `CommandFailure` 2 where nobody may be asked, 130 for any
    ///   answer but yes.
    func confirm(
        in language: Language, _ look: () async throws -> Bilingual
    ) async throws {
        let step = self.step(isAttended: Terminal.isAttended)
        guard step != .act else { return }
        let act = try await look()
        guard step == .ask else {
            throw CommandFailure(
                .usage,
                Bilingual(
                    "--no-input이 있어 묻지 않았습니다. 바뀐 것이 없습니다.",
                    "With --no-input nobody was asked, and nothing was done."),
                hint: Bilingual("--yes를 붙이면: \(act.korean)", "With --yes: \(act.english)"))
        }
        let question = Bilingual(
            "\(act.korean) 계속할까요? [y/N] ", "\(act.english) Go on? [y/N] ")
        guard ConfirmationOptions.isYes(Terminal.ask(question.text(in: language))) else {
            throw CommandFailure(
                .interrupted,
                Bilingual("그만두었습니다. 바뀐 것이 없습니다.", "Left alone; nothing was done."))
        }
    }

    static func isYes(_ answer: String) -> Bool {
        yeses.contains(answer.tidied.lowercased())
    }
}
