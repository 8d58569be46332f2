/// Who may do what, each set under one name: routes, menus and buttons all ask here.
extension Role {
    package static let everybody = Set(allCases)
    /// Whoever reads the book; operators keep the machine and have no need of it.
    package static let readers: Set<Role> = [.clerk, .coordinator, .manager, .auditor]
    /// Whoever takes donations in and writes down what governments agree.
    package static let clerks: Set<Role> = [.clerk, .manager]
    /// Whoever keeps the relays.
    package static let coordinators: Set<Role> = [.coordinator, .manager]
    /// Whoever writes anything into the book.
    package static let writers = clerks.union(coordinators)
    /// Whoever takes lists in and asks for approval, and whoever checks them.
    package static let keepers: Set<Role> = [.clerk, .manager, .auditor]
    /// 마감하는 사람, and whoever checks.
    package static let overseers: Set<Role> = [.manager, .auditor]
    /// Whoever sees what runs when.
    package static let timetableReaders: Set<Role> = [.manager, .auditor, .operator]
    /// 예약 작업을 움직이는 사람.
    package static let timekeepers: Set<Role> = [.manager, .operator]
    /// Whoever sees whom summaries are handed to: mail addresses are people's.
    package static let receiverReaders: Set<Role> = [.manager, .auditor, .operator]
}
