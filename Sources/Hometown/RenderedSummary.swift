/// 요약 보고. What a renderer made of `Facts`: the files to keep and the words to list them by. The
/// same facts and the same renderer give the same bytes.
package struct RenderedSummary: Hashable, Sendable {
    /// 형식. What a summary can be had as; the raw value ends the file's name.
    package enum Form: String, Sendable, CaseIterable {
        case html, hwpx, xlsx, csv, json
        /// Printed from the page when somebody asks, and not kept: no two printings are the same
        /// bytes.
        case pdf

        /// What a summary is filed as and handed on in.
        package static let filed = allCases.filter { $0 != .pdf }

        package var mediaType: String {
            switch self {
            case .html: "text/html; charset=utf-8"
            case .hwpx: "application/hwp+zip"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json"
            case .pdf: "application/pdf"
            }
        }
    }

    /// 공개용. Names of files that everybody may read say so.
    private static let published = ".public"

    package static func name(_ name: String, isPublished: Bool) -> String {
        isPublished ? name + published : name
    }

    /// Whether a file of this name belongs to the public edition.
    package static func isPublished(_ name: String) -> Bool {
        name.contains(published + ".")
    }

    package struct File: Hashable, Sendable {
        /// `daily-2026-11-19.ko.html`, `daily-2026-11-19.public.ko.html`.
        package let name: String
        package let mediaType: String
        package let bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// 본문. What the first page states, in plain text and in both editions.
    package struct Text: Hashable, Sendable {
        package let office: Bilingual
        package let published: Bilingual

        package init(office: Bilingual, published: Bilingual) {
            self.office = office
            self.published = published
        }
    }

    package let title: Bilingual
    /// Part of what a summary depends on; raised whenever the bytes would change.
    package let rendererVersion: Int
    package let files: [File]
    /// Shown before the files are filed, and never kept.
    package var text: Text?

    package init(title: Bilingual, rendererVersion: Int, files: [File]) {
        self.title = title
        self.rendererVersion = rendererVersion
        self.files = files
    }
}
