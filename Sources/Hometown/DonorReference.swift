/// 기부자. A public person of the ledger, or an opaque reference: a keyed hash, made before the
/// draft, of whatever the caller tells people apart by.
package enum DonorReference: Hashable, Sendable {
    case person(Identifier)
    case keyed(Identifier)
}
