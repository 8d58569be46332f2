import Hometown
import Ledger

/// 상태의 말. What a receipt says became of what was recorded, for people.
enum StatusWord {
    /// The word for a code of a receipt; a code that has none stands for itself.
    static func title(of code: String) -> Bilingual {
        DonationQuery.Status.title(of: code) ?? RecordedCorrection.State.title(of: code)
            ?? Bilingual(code, code)
    }

    /// What stands in a line of tabs: the word on a terminal, and to programs the code.
    static func cell(_ code: String, in language: Language) -> String {
        Terminal.isShown ? title(of: code).text(in: language) : code
    }
}
