/// DOT의 낱말. The words of a file in Graphviz's language (graphviz.org/doc/info/lang.html): bare
/// ids and numbers, quoted texts, arrows and marks. Comments are passed over, HTML is refused.
struct DOTScanner {
    enum Token: Hashable {
        case word(String, isQuoted: Bool)
        case symbol(UInt8)
        /// `->`, `--`.
        case arrow, line
        case end
    }

    private let bytes: [UInt8]
    private var offset = 0
    /// Of the token read last, from 1.
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: TextEncoding.utf8Mark) { offset = TextEncoding.utf8Mark.count }
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    private var malformed: FileFault { .dotMalformed(line: line) }

    mutating func next() throws(FileFault) -> Token {
        try skipBlanks()
        guard let byte = peek() else { return .end }
        switch byte {
        case UInt8(ascii: "\""): return .word(try quoted(), isQuoted: true)
        case UInt8(ascii: "-") where peek(1) == UInt8(ascii: ">"):
            offset += 2
            return .arrow
        case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
            offset += 2
            return .line
        case _ where DOTScanner.isOfWord(byte) || byte == UInt8(ascii: "-"):
            let start = offset
            offset += 1
            while let byte = peek(), DOTScanner.isOfWord(byte) { offset += 1 }
            guard let word = String(validating: bytes[start..<offset], as: UTF8.self) else {
                throw .graphNotUTF8
            }
            return .word(word, isQuoted: false)
        case _ where "{}[];,=:".utf8.contains(byte):
            offset += 1
            return .symbol(byte)
        default: throw malformed
        }
    }

    /// Letters, digits, underscores and dots of numbers; every byte of a character beyond ASCII.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    private mutating func skipBlanks() throws(FileFault) {
        while let byte = peek() {
            if byte == UInt8(ascii: "\n") {
                line += 1
                offset += 1
                // A line for the preprocessor.
                if peek() == UInt8(ascii: "#") { skipLine() }
            } else if XMLText.isBlank(byte) {
                offset += 1
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                skipLine()
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
                offset += 2
                while !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
                    guard let byte = peek() else { throw malformed }
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    offset += 1
                }
                offset += 2
            } else {
                return
            }
        }
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { offset += 1 }
    }

    /// A text in quotes, with further ones joined by `+`. What escapes mean in a label they mean in
    /// every text: `\n`, `\l` and `\r` end a line, any other character stands for itself.
    private mutating func quoted() throws(FileFault) -> String {
        var text: [UInt8] = []
        repeat {
            offset += 1
            while peek() != UInt8(ascii: "\"") {
                guard let byte = peek() else { throw malformed }
                offset += 1
                if byte == UInt8(ascii: "\n") { line += 1 }
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                guard let escaped = peek() else { throw malformed }
                offset += 1
                switch escaped {
                // A backslash at the end of a line joins it with the next.
                case UInt8(ascii: "\n"): line += 1
                case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"):
                    text.append(UInt8(ascii: "\n"))
                default: text.append(escaped)
                }
            }
            offset += 1
        } while try isJoined()
        guard let text = String(validating: text, as: UTF8.self) else { throw .graphNotUTF8 }
        return text
    }

    /// Whether `+` and another text follow; if so, stands before its quote.
    private mutating func isJoined() throws(FileFault) -> Bool {
        let before = (offset, line)
        try skipBlanks()
        guard peek() == UInt8(ascii: "+") else {
            (offset, line) = before
            return false
        }
        offset += 1
        try skipBlanks()
        guard peek() == UInt8(ascii: "\"") else { throw malformed }
        return true
    }
}
