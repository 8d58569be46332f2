import Foundation
package import Hometown

/// 웹훅 본문. A summary with its files as one JSON document; the files' bytes in base64.
package struct WebhookBody: Sendable {
    package let bytes: [UInt8]

    package init(_ parcel: Parcel) {
        let files = parcel.files.map { file in
            CanonicalValue.object([
                "content": .string(Data(file.bytes).base64EncodedString()),
                "media_type": .string(file.mediaType), "name": .string(file.name),
                "sha256": .string(file.sha256),
            ])
        }
        let summary: [String: CanonicalValue] = [
            "filed_at": .string(parcel.filedAt.description),
            "id": .string(parcel.summary.description), "log_size": .integer(parcel.logSize),
            "no": .string(parcel.no), "period": .string(parcel.period),
            "revision": .integer(Int64(parcel.revision)), "schedule": .string(parcel.schedule),
            "title_en": .string(parcel.title.english), "title_ko": .string(parcel.title.korean),
        ]
        bytes =
            CanonicalValue.object([
                "delivery": .string(parcel.id.description), "files": .array(files),
                "summary": .object(summary), "type": .string("summary.filed"),
            ]).bytes
    }
}
