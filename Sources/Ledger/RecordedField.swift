package import Hometown

/// One field of cooperation of an agreement.
package struct RecordedField: Hashable, Sendable {
    package let agreement: Identifier
    package let no: Int16
    package let name: Bilingual
    package let note: String?
}
