/// 발송물. A filed summary on its way to one receiver.
package struct Parcel: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        /// `weekly-2026-W46.ko.hwpx`.
        package let name: String
        package let mediaType: String
        /// In lower-case hexadecimal.
        package let sha256: String
        package let bytes: [UInt8]

        package init(name: String, mediaType: String, sha256: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.sha256 = sha256
            self.bytes = bytes
        }
    }

    /// The same at each attempt: by it a receiver knows what came twice.
    package let id: Identifier
    package let summary: Identifier
    /// `S-2026-000123`.
    package let no: String
    package let title: Bilingual
    package let schedule: String
    package let period: String
    package let revision: Int32
    package let logSize: Int64
    package let filedAt: Instant
    package let files: [File]

    package init(
        id: Identifier, summary: Identifier, no: String, title: Bilingual, schedule: String,
        period: String, revision: Int32, logSize: Int64, filedAt: Instant, files: [File]
    ) {
        self.id = id
        self.summary = summary
        self.no = no
        self.title = title
        self.schedule = schedule
        self.period = period
        self.revision = revision
        self.logSize = logSize
        self.filedAt = filedAt
        self.files = files
    }
}
