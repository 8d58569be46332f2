package import Hometown

/// 예고. What would come of a donation if it were recorded now, and what to look at before.
package struct Foresight: Hashable, Sendable {
    /// As the commit would judge; somebody else may still be quicker. `nil` for a donor whom
    /// nobody has recorded.
    package let verdict: Verdict?
    /// Whose office the donor holds on the day.
    package let giver: Government?
    /// 올해 기부액. What the donor has in the year of the cap already.
    package let recorded: Won
    /// 상한까지. What is left below the cap afterwards; `nil` where the year is not certain.
    package let left: Won?
    /// 중복 의심. A donation of the same donor, recipient, day and amount.
    package let twin: Twin?
    /// What does not exist or does not fit, of the things that the donation names.
    package let strays: [Refusal]

    package struct Twin: Hashable, Sendable {
        package let id: Identifier
        package let no: String
    }
}
