import ArgumentParser
import Hometown

/// 쓴 글. A text that an option brings and that is kept as it was written.
enum WrittenText {
    /// - Parameter option: the one that brings it.
    /// - Throws: `ValidationError` for a character that nobody sees.
    static func check(
        _ text: String?, _ option: String, lines: HiddenCharacter.Lines = .several
    ) throws {
        guard let text, let hidden = HiddenCharacter(in: text, lines: lines) else { return }
        throw ValidationError(
            .said("\(option): \(hidden.text.korean)", "\(option): \(hidden.text.english)"))
    }
}
