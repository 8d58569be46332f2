import Delivery
import Foundation
import Hometown

/// A summary to be written as a message.
struct MailOrder: Decodable {
    struct File: Decodable {
        let name: String
        let type: String
        let base64: Data
    }

    let from: String
    let to: [String]
    let korean: String
    let english: String
    let filedAt: String
    let files: [File]

    var bytes: [UInt8] {
        let parcel = Parcel(
            id: Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
            summary: Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002),
            no: "S-2026-000123", title: Bilingual(korean, english), schedule: "weekly",
            period: "2026-W46", revision: 0, logSize: 44,
            filedAt: Instant(filedAt) ?? Instant(microseconds: 0),
            files: files.map { file in
                Parcel.File(
                    name: file.name, mediaType: file.type, sha256: "", bytes: [UInt8](file.base64))
            })
        return MailMessage(from: from, to: to, parcel: parcel).bytes
    }
}
