/// Which of a workbook's cell formats show a number as a date (ECMA-376 part 1, 18.8).
struct WorkbookStyles {
    /// By the index that a cell's `s` gives.
    private var areDates: [Bool] = []

    init() {}

    init(_ reader: XMLReader) throws(FileFault) {
        var codes: [Int: Bool] = [:]
        var isInCellFormats = false
        while case let event = try reader.next(), event != .finished {
            switch (event, reader.name) {
            case (.start, "numFmt"):
                guard let id = try reader.attribute("numFmtId").flatMap({ Int($0) }),
                    let code = try reader.attribute("formatCode")
                else { continue }
                codes[id] = WorkbookStyles.isDate(code: code)
            case (.start, "cellXfs"): isInCellFormats = true
            case (.end, "cellXfs"): isInCellFormats = false
            case (.start, "xf") where isInCellFormats:
                let id = try reader.attribute("numFmtId").flatMap { Int($0) } ?? 0
                areDates.append(codes[id] ?? WorkbookStyles.isDate(id: id))
            default: continue
            }
        }
    }

    func isDate(_ style: Int) -> Bool {
        areDates.indices.contains(style) && areDates[style]
    }

    /// The formats every program knows without being told (18.8.30): 27–36 and 50–58 are dates in
    /// East Asian programs, Korean among them; 46 is a length of time.
    private static func isDate(id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (50...58).contains(id) || id == 45
            || id == 47
    }

    /// Whether a format has a year, month, day, hour, minute or second in its first section,
    /// outside quotes, brackets and escapes. `[h]:mm` is a length of time, not a date.
    static func isDate(code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isSkipped = false
        var bracket = ""
        var hasLetter = false
        for character in code.lowercased() {
            if isSkipped {
                isSkipped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                guard character == "]" else {
                    bracket.append(character)
                    continue
                }
                isBracketed = false
                if !bracket.isEmpty, bracket.allSatisfy({ "hms".contains($0) }) { return false }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": (isBracketed, bracket) = (true, "")
                case "\\", "_", "*": isSkipped = true
                case ";": return hasLetter
                case "y", "m", "d", "h", "s": hasLetter = true
                default: continue
                }
            }
        }
        return hasLetter
    }
}
