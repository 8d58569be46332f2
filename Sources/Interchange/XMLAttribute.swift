/// Where an attribute stands in the bytes of a tag.
struct XMLAttribute {
    /// Without its prefix.
    let name: Range<Int>
    let value: Range<Int>

    func isNamed(_ word: StaticString, in bytes: [UInt8]) -> Bool {
        name.count == word.utf8CodeUnitCount
            && word.withUTF8Buffer { bytes[name].elementsEqual($0) }
    }

    /// The attributes of a tag, namespace declarations left out; `nil` when they are malformed.
    static func all(in tag: ArraySlice<UInt8>) -> [XMLAttribute]? {
        var found: [XMLAttribute] = []
        var rest = tag
        while true {
            let blanks = rest.prefix(while: XMLText.isBlank).count
            rest = rest.dropFirst(blanks)
            guard let first = rest.first else { return found }
            guard blanks > 0, first != UInt8(ascii: "=") else { return nil }
            let name = rest.prefix { $0 != UInt8(ascii: "=") && !XMLText.isBlank($0) }
            rest = rest[name.endIndex...].drop(while: XMLText.isBlank)
            guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
            rest = rest.drop(while: XMLText.isBlank)
            guard let quote = rest.popFirst(),
                quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = rest.firstIndex(of: quote)
            else { return nil }
            let value = rest.startIndex..<end
            guard !rest[value].contains(UInt8(ascii: "<")) else { return nil }
            rest = rest[(end + 1)...]
            let colon = name.firstIndex(of: UInt8(ascii: ":"))
            let isNamespace = name[..<(colon ?? name.endIndex)].elementsEqual("xmlns".utf8)
            if !isNamespace {
                let start = colon.map { $0 + 1 } ?? name.startIndex
                found.append(XMLAttribute(name: start..<name.endIndex, value: value))
            }
        }
    }
}
