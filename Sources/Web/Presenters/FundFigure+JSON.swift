import Hometown
package import Ledger

extension RecordedFundFigure {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.identity(id, no)
            writer.field("year", year)
            writer.field("figure", figure.rawValue)
            writer.field("figure_name", reader.text(figure.name))
            writer.field("purpose", purpose?.rawValue)
            writer.field("project_id", project)
            writer.field("title", title)
            writer.field("amount", amount)
            writer.field("note", note)
            writer.field("document", document)
            writer.field("replaces", replaces)
            writer.field("replaced_by", replacedBy)
            writer.field("author", author)
            writer.recording(recordedAt, logIndex)
        }
    }
}
