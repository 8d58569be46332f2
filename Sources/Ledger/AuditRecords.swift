/// A part of the list.
package struct AuditRecords: Sendable {
    package let records: [AuditRecord]
    /// `nil` on the last page. A page may be short and have a next one: only so much is looked
    /// through at a time.
    package let next: AuditPlace?
}
