/// 세션의 사람. Whose session it is, and how long it holds from now if nothing more is done in it.
package struct SessionHolder: Hashable, Sendable {
    package let account: RecordedAccount
    package let secondsLeft: Int32
}
