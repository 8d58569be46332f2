/// The texts that cells of a workbook share, by index (ECMA-376 part 1, 18.4).
struct SharedStrings {
    private var texts: [String] = []

    init() {}

    init(_ reader: XMLReader, limits: WorkbookLimits) throws(FileFault) {
        while case let event = try reader.next(), event != .finished {
            guard event == .start, reader.name == "si" else { continue }
            guard let text = try reader.richText(bytesMax: limits.cellBytesMax) else {
                throw .workbookLongText(limits)
            }
            texts.append(text)
            guard texts.count <= limits.stringsMax else { throw .workbookManyStrings(limits) }
        }
    }

    subscript(index: Int) -> String? {
        texts.indices.contains(index) ? texts[index] : nil
    }
}

extension XMLReader {
    /// The text of `si` or `is`, which has just started: of all runs, readings in phonetic script
    /// left out. `nil` when it is longer than allowed.
    func richText(bytesMax: Int) throws(FileFault) -> String? {
        let outside = depth - 1
        var bytes: [UInt8] = []
        var isText = false
        var phoneticDepth: Int?
        while depth > outside {
            switch try next() {
            case .start:
                if name == "rPh", phoneticDepth == nil { phoneticDepth = depth }
                isText = name == "t" && phoneticDepth == nil
            case .end:
                if let phonetic = phoneticDepth, depth < phonetic { phoneticDepth = nil }
                isText = false
            case .text where isText:
                bytes.append(contentsOf: text)
                guard bytes.count <= bytesMax else { return nil }
            case .text: continue
            case .finished: throw malformed
            }
        }
        return SheetText.unescape(bytes)
    }
}
