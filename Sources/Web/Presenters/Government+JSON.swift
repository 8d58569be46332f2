package import Hometown

extension Government {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.field("code", code)
            writer.bilingual("name", name, for: reader)
            writer.bilingual("full_name", governments.fullName(of: self), for: reader)
            writer.field("level", level.rawValue)
            writer.field("parent", governments.parent(of: self)?.code)
            writer.field("valid_from", validFrom)
            writer.field("valid_to", validTo)
            writer.array("successors", successors.compactMap { governments[id: $0]?.code }) {
                $1.value($0)
            }
            writer.field("iso3166_2", iso)
        }
    }
}
