package import Hometown

/// A document of an agreement.
package struct RecordedDocument: Hashable, Sendable {
    package let agreement: Identifier
    package let kind: String
    package let title: Bilingual
    package let link: String?
    package let sha256: [UInt8]?
    package let credit: String?
    package let recordedAt: Instant
}
