import Foundation
import Interchange

/// A document to be written. A block is `{"kind": "item", "text": "…", "level": 2}`.
struct DocumentOrder: Decodable {
    struct Block: Decodable {
        let kind: String
        let text: String?
        let level: Int?
        let lines: [String]?
        let columns: [String]?
        let rows: [[String]]?

        var block: HWPXDocument.Block {
            get throws {
                let text = text ?? ""
                return switch kind {
                case "title": .title(text)
                case "heading": .heading(text)
                case "paragraph": .paragraph(text)
                case "right": .paragraph(text, .right)
                case "item": .item(text, level: level ?? 1)
                case "note": .note(text, level: level ?? 1)
                case "box": .box(lines ?? [])
                case "pageBreak": .pageBreak
                case "table":
                    .table(
                        HWPXDocument.Table(
                            (columns ?? []).map { HWPXDocument.Table.Column($0, .right) },
                            rows: rows ?? [], totals: min(1, rows?.count ?? 0)))
                default: throw CocoaError(.coderInvalidValue)
                }
            }
        }
    }

    let title: String
    let footer: String?
    let blocks: [Block]

    var bytes: [UInt8] {
        get throws {
            try HWPXWriter.bytes(
                of: HWPXDocument(
                    title: title, creator: "Pumasi", keywords: ["고향사랑기부", "상호기부"],
                    blocks: blocks.map { try $0.block }, footer: footer))
        }
    }
}
