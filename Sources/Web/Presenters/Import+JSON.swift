package import Hometown
package import Ledger

extension ImportReport {
    /// What a list comes to, as members of an object.
    package func write(to writer: inout JSONWriter, in language: Language) {
        writer.field("encoding", encoding?.title)
        writer.array("columns", columns?.known ?? []) { known, writer in
            writer.object {
                $0.field("header", known.header)
                $0.field("field", known.column.name)
            }
        }
        writer.array("ignored", columns?.ignored ?? []) { $1.value($0) }
        counts.write(to: &writer)
        sums.write(to: &writer)
        writer.field("earlier", earlier)
        hidden.write(to: &writer, in: language)
        writer.array("problems", problems) { $0.write(to: &$1, in: language) }
    }
}

extension HiddenParts {
    func write(to writer: inout JSONWriter, in language: Language) {
        writer.field("hidden", rows.count)
        writer.array("hidden_rows", rows.first) { $1.value($0) }
        writer.array("hidden_columns", columns) { column, writer in
            writer.object {
                $0.field("letters", column.letters)
                $0.field("header", column.header)
            }
        }
        writer.field("hidden_sheet", sheet)
        writer.field("hidden_text", text?.text(in: language))
    }
}

extension ImportCounts {
    func write(to writer: inout JSONWriter) {
        writer.field("rows", rows)
        writer.field("recorded", recorded)
        writer.field("refused", refused)
        writer.field("known", known)
        writer.field("disputed", disputed)
        writer.field("duplicates", duplicates)
        writer.field("amount", amount)
    }
}

extension ImportSums {
    func write(to writer: inout JSONWriter) {
        writer.field("warned", warnedRows)
        writer.field("warned_amount", warned.amount)
        writer.field("duplicates_amount", duplicates.amount)
        writer.field("refused_amount", refused.amount)
        writer.field("known_amount", known.amount)
    }
}

extension RowProblem {
    func write(to writer: inout JSONWriter, in language: Language) {
        writer.object { writer in
            writer.field("row", row)
            writer.field("column", column)
            writer.field("field", field.isEmpty ? nil : field)
            writer.field("code", code)
            writer.field("text", text.text(in: language))
            writer.field("warning", isWarning)
        }
    }
}

extension RecordedImport {
    package func write(to writer: inout JSONWriter, in language: Language) {
        writer.object { writer in
            writer.identity(id, no)
            writer.field("recorded_by", author)
            counts.write(to: &writer)
            writer.field("valid_rows_only", isValidRowsOnly)
            writer.field("forced_because", forcedBecause)
            writer.field("file_name", fileName)
            writer.field("file_sha256", fileSHA256)
            hidden.write(to: &writer, in: language)
            writer.field("reversed_as", reversal?.no)
            writer.field("reversed_because", reversal?.reason)
            writer.field("recorded_at", recordedAt)
        }
    }
}
