/// 세션 수명. How long a sign-in holds.
package struct SessionLife: Hashable, Sendable {
    /// Without anything done.
    package var idleSeconds: Int
    /// In all.
    package var secondsMax: Int

    /// Half an hour and twelve hours.
    package init(idleSeconds: Int = 1_800, secondsMax: Int = 43_200) {
        self.idleSeconds = idleSeconds
        self.secondsMax = secondsMax
    }
}
