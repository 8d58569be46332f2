/// 늦은 등록 승인. What is left of a leave to record into a closed period.
package struct LateApproval: Hashable, Sendable {
    package let id: Identifier
    package let approver: Identifier
    package let first: CivilDate
    /// Inclusive.
    package let last: CivilDate
    package var entriesLeft: Int

    package init(
        id: Identifier, approver: Identifier, first: CivilDate, last: CivilDate, entriesLeft: Int
    ) {
        self.id = id
        self.approver = approver
        self.first = first
        self.last = last
        self.entriesLeft = entriesLeft
    }
}
