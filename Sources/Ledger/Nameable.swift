package import Hometown

/// 부르는 것. What a command calls by a name or a number that a shell can complete.
package enum Nameable: Hashable, Sendable {
    /// By its number.
    case thing(Entry.Kind)
    /// By its number or its name in either language.
    case relay
    /// 마감. By its number or its period.
    case closing
    /// 승인 요청. By the number of what was asked for and waits.
    case approval
    case schedule, receiver
    /// By its login.
    case account
    /// By its id; one that still works.
    case token
    /// By its id; one that has not arrived.
    case delivery
}
