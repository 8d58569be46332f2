/// 칸 밖의 글. The texts of a workbook that are no values of its cells: comments, text boxes,
/// names, headers, properties and whatever else a program keeps beside the table. Who keeps the
/// file keeps them, too.
///
/// Every part that is markup is gone through while it is unpacked, whether anything leads to it or
/// not, and so is every one of an office file that lies within, such as a document on a sheet; what
/// lies deeper is not looked into. Of attributes those are handed out in which people write; the
/// others hold places, colours, sizes and ids, and would be taken for what they are not.
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

    /// What a part is, by how it begins.
    private enum Content {
        case markup
        /// An office file, which is a ZIP file (APPNOTE.TXT, 4.3.7).
        case file
        case other
    }

    private let archive: ZipArchive
    /// Of files within this one, too.
    private let limits: ZipLimits
    /// The names of the sheets of cells, by their parts.
    private let sheets: [String: String]

    init(_ archive: ZipArchive, sheets: [WorkbookReader.Sheet], limits: ZipLimits) {
        self.archive = archive
        self.limits = limits
        self.sheets = Dictionary(
            sheets.map { ($0.part, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Hands out every text, in the order of the parts. One may come twice.
    /// - Throws: `FileFault` for a part that cannot be unpacked, unless nobody looks into it whole;
    ///   what the body throws.
    package func each(_ body: Body) throws {
        var roomBytes = limits.unpackedBytesMax
        try each(body) { part in try eachText(within: part, &roomBytes, body) }
    }

    /// - Parameter open: gets the parts that are files themselves.
    private func each(_ body: Body, open: (ZipArchive.Part) throws -> Void) throws {
        for part in archive.parts {
            switch try content(of: part) {
            case .markup: try eachText(ofMarkup: part, body)
            case .file: try open(part)
            case .other: continue
            }
        }
    }

    /// One that is damaged may have been anything, unless its name says that it is a medium.
    private func content(of part: ZipArchive.Part) throws(FileFault) -> Content {
        let reader = archive.reader(of: part)
        do throws(FileFault) {
            guard let first = try reader.next() else { return .other }
            if LooseMarkup.begins(first) { return .markup }
            if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .file }
            if WorkbookTexts.isMedium(part) { return .other }
            while try reader.next() != nil {}
            return .other
        } catch {
            guard WorkbookTexts.isMedium(part) else { throw error }
            return .other
        }
    }

    private static func isMedium(_ part: ZipArchive.Part) -> Bool {
        media.contains(part.name.split(separator: ".").last?.lowercased() ?? "")
    }

    /// - Parameter roomBytes: what this file and those after it may come to together, unpacked.
    private func eachText(
        within part: ZipArchive.Part, _ roomBytes: inout Int, _ body: Body
    ) throws {
        do {
            guard part.size <= limits.zipBytesMax else { throw FileFault.zipTooLarge(limits) }
            var room = limits
            room.unpackedBytesMax = roomBytes
            let file = try ZipArchive(archive.bytes(of: part), limits: room)
            roomBytes -= file.parts.reduce(0) { $0 + $1.size }
            let texts = WorkbookTexts(file, sheets: [], limits: limits)
            try texts.each({ text, _ in try body(text, .embedded) }, open: { _ in })
        } catch is FileFault {
            throw FileFault.workbookEmbedded(part.name)
        }
    }

    private func eachText(ofMarkup part: ZipArchive.Part, _ body: Body) throws {
        do {
            try eachText(ofXML: part, body)
        } catch let fault as FileFault where fault.isOfXML {
            // Excel itself writes some that is no XML: no reason to refuse its workbook.
            var markup = LooseMarkup(archive.reader(of: part))
            let place = part.name.hasSuffix(".vml") ? WorkbookPlace.drawing : .part(part.name)
            try markup.each { try body($0, place) }
        }
    }

    private func eachText(ofXML part: ZipArchive.Part, _ body: Body) throws {
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
        // A file is called after people, and a page may be asked for them.
        case "Relationship":
            guard try reader.attribute("TargetMode") == "External",
                let target = try reader.attribute("Target")
            else { return }
            try body(WorkbookTexts.unescaped(target), path.place)
        default: break
        }
    }

    /// An address with the signs that stand in it as `%2D` (RFC 3986, 2.1).
    private static func unescaped(_ address: String) -> String {
        var rest = Array(address.utf8)[...]
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            let digits = byte == UInt8(ascii: "%") ? rest.prefix(2) : []
            if digits.count == 2,
                let escaped = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                text.append(escaped)
                rest.removeFirst(2)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
