import Hometown
import Interchange

/// 한글 문서. The summary for the Korean word processor, its text that of the page, in its order.
extension Summary {
    func hwpx() throws -> [UInt8] {
        var blocks: [HWPXDocument.Block] = [
            .title(title), .box([gistLabel] + gist + [keywordLine]),
        ]
        for section in sections {
            blocks.append(.item(section.heading, level: 1))
            for item in section.items {
                blocks.append(.item(item.text, level: 2))
                blocks += item.details.map { .item($0, level: 3) }
                blocks += item.notes.map { .note($0, level: 2) }
            }
        }
        blocks += self.blocks(of: overview)
        blocks.append(.paragraph(end, .left))
        blocks += footer.map { .paragraph($0, .left) }
        for (place, attachment) in attachments.enumerated() {
            blocks += [.pageBreak, .heading(heading(of: place))]
            blocks += attachment.tables.flatMap(self.blocks)
        }
        return try HWPXWriter.bytes(
            of: HWPXDocument(
                title: title, creator: "Pumasi", keywords: keywords, blocks: blocks))
    }

    private func blocks(of table: Table) -> [HWPXDocument.Block] {
        let columns = table.columns.enumerated().map { place, column in
            HWPXDocument.Table.Column(
                column.title, share: place == 0 ? 3 : 2, column.isNumber ? .right : .left)
        }
        let rows = (table.rows + [table.total].compactMap(\.self)).map { row in
            row.map { $0.text(in: language) }
        }
        return [.paragraph(table.caption, .left)]
            + (table.unit.isEmpty ? [] : [.paragraph(table.unit, .right)])
            + [.table(.init(columns, rows: rows, totals: table.total == nil ? 0 : 1))]
    }
}
