/// 구분 기호. What parts cells: a comma, a semicolon or a tab.
package enum CSVDelimiter: String, CaseIterable, Sendable {
    case comma, semicolon, tab

    package var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        }
    }

    package static let all: [UInt8] = allCases.map(\.byte)

    /// The one that occurs most often outside quotes in the first row that has any, for a title may
    /// stand above; a comma when there is none.
    static func guess(from bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: all.count)
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"),
                counts.contains(where: { $0 > 0 })
            {
                break
            }
            if let index = all.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return all[most]
    }
}
