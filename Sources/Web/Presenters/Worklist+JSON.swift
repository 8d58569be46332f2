import Hometown
package import Ledger

extension Worklist {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("as_of", asOf)
            writer.array("items", items) { item, writer in
                writer.object { writer in
                    writer.field("code", item.code.rawValue)
                    writer.field("text", reader.text(item.text))
                    writer.field("count", item.count)
                    writer.field("since", item.since)
                    writer.field("days", item.days)
                    writer.array("first", item.first) { reference, writer in
                        writer.object { $0.identity(reference.id, reference.no) }
                    }
                }
            }
        }
    }
}
