/// 기부자 구분. Only a natural person may donate (Act 2, 4).
package enum DonorKind: String, Sendable, CaseIterable {
    case person, organisation
}
