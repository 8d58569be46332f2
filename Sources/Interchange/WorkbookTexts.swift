/// 칸 밖의 글. The texts of a workbook that are no values of its cells: comments, text boxes,
/// names, headers, properties and whatever else a program keeps beside the table. Who keeps the
/// file keeps them, too.
///
/// Every part that is markup is gone through while it is unpacked, whether anything leads to it or
/// not. Of attributes those are handed out in which people write; the others hold places, colours,
/// sizes and ids, and would be taken for what they are not.
package struct WorkbookTexts {
    package typealias Body = (_ text: String, _ place: WorkbookPlace) throws -> Void

    /// Attributes in which people write, whatever the element.
    private static let attributes: [StaticString] = [
        "name", "title", "descr", "description", "comment", "caption", "display", "displayName",
        "tooltip", "prompt", "promptTitle", "error", "errorTitle", "author", "userName", "alt",
        "string", "text", "help", "statusBar", "totalsRowLabel", "v",
    ]
    /// What a sheet has most of: none of these has such an attribute.
    private static let cellElements: Set<String> = ["row", "c", "v", "f"]

    /// How the names of parts end in which no text is looked for: pictures, fonts, sounds, films,
    /// and what a printer, a macro or another program has written for itself.
    private static let media: Set<String> = [
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "tif", "tiff", "webp", "heic", "wdp",
        "ico", "emf", "wmf", "emz", "wmz", "ttf", "odttf", "fntdata", "wav", "mp3", "m4a", "mp4",
        "wmv", "mov", "bin",
    ]

    private let archive: ZipArchive
    /// The names of the sheets of cells, by their parts.
    private let sheets: [String: String]

    init(_ archive: ZipArchive, sheets: [WorkbookReader.Sheet]) {
        self.archive = archive
        self.sheets = Dictionary(
            sheets.map { ($0.part, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Hands out every text, in the order of the parts. One may come twice.
    /// - Throws: `FileFault` for a part that cannot be unpacked, unless nobody looks into it whole;
    ///   what the body throws.
    package func each(_ body: Body) throws {
        for part in archive.parts {
            guard try isMarkup(part) else { continue }
            do {
                try eachText(of: part, body)
            } catch let fault as FileFault where fault.isOfXML {
                // Excel itself writes some that is no XML: no reason to refuse its workbook.
                var markup = LooseMarkup(archive.reader(of: part))
                let place = part.name.hasSuffix(".vml") ? WorkbookPlace.drawing : .part(part.name)
                try markup.each { try body($0, place) }
            }
        }
    }

    /// Whether a part is markup, by how it begins. One that is damaged may have been, unless its
    /// name says that it is a medium.
    private func isMarkup(_ part: ZipArchive.Part) throws(FileFault) -> Bool {
        let reader = archive.reader(of: part)
        do throws(FileFault) {
            guard let first = try reader.next() else { return false }
            if LooseMarkup.begins(first) { return true }
            if WorkbookTexts.isMedium(part) { return false }
            while try reader.next() != nil {}
            return false
        } catch {
            guard WorkbookTexts.isMedium(part) else { throw error }
            return false
        }
    }

    private static func isMedium(_ part: ZipArchive.Part) -> Bool {
        media.contains(part.name.split(separator: ".").last?.lowercased() ?? "")
    }

    private func eachText(of part: ZipArchive.Part, _ body: Body) throws {
        let reader = XMLReader(archive, part)
        var path = WorkbookPath(part: part.name, sheet: sheets[part.name])
        var text = GatheredText()
        // What is gathered ends with the element that is so deep.
        var depth = 0
        while case let event = try reader.next(), event != .finished {
            switch event {
            case .start:
                path.elements.append(reader.name)
                if reader.name == "br" { text.breakLine() }
                try WorkbookTexts.eachAttribute(of: reader, at: path, body)
            case .text:
                // Between elements stand the line breaks of whoever likes to read XML.
                guard !path.isCellValue,
                    path.elements.last == "t" || !reader.text.allSatisfy(XMLText.isBlank)
                else { continue }
                depth = path.elements.count - (path.isRun ? 2 : 0)
                try text.append(reader.text) { try body($0, path.place) }
            case .end:
                if path.elements.count <= depth { try text.end { try body($0, path.place) } }
                path.elements.removeLast()
            case .finished: break
            }
        }
    }

    private static func eachAttribute(
        of reader: XMLReader, at path: WorkbookPath, _ body: Body
    ) throws {
        guard path.sheet == nil || !cellElements.contains(reader.name) else { return }
        for name in attributes {
            if let text = try reader.attribute(name) { try body(text, path.place) }
        }
        switch reader.name {
        // What a filter looks for, and the sheets of another workbook; elsewhere `val` is a number.
        case "filter", "customFilter", "sheetName":
            if let text = try reader.attribute("val") { try body(text, path.place) }
        // A file of one's own is called after people; the address of a page is full of numbers.
        case "Relationship":
            guard try reader.attribute("TargetMode") == "External",
                let target = try reader.attribute("Target"), !target.hasPrefix("http")
            else { return }
            try body(target, path.place)
        default: break
        }
    }
}
