package import Hometown

/// 배달 실패. Why a parcel did not arrive, as the history and the operator are told.
package struct DeliveryFailure: Error, Hashable, Sendable {
    /// What happened and how to mend it; without secrets.
    package let text: Bilingual
    /// Trying again cannot help until somebody has changed something.
    package let isPermanent: Bool

    package init(_ text: Bilingual, isPermanent: Bool = false) {
        self.text = text
        self.isPermanent = isPermanent
    }
}
