import Testing

@Suite struct SizeTests {
    private static let lineColumnsMax = 100
    private static let functionLinesMax = 60
    private static let fileLinesMax = 400

    @Test func `No line is longer than a hundred columns`() {
        for file in Repository.shared.files {
            for (index, line) in file.lines.enumerated()
            where line.utf8.count > SizeTests.lineColumnsMax {
                let columns = line.count
                guard columns > SizeTests.lineColumnsMax else { continue }
                Issue.record("\(place(file, index + 1, "\(columns) columns"))")
            }
        }
    }

    @Test func `No file is longer than four hundred lines`() {
        for file in Repository.shared.files where file.lines.count > SizeTests.fileLinesMax + 1 {
            Issue.record("\(place(file, file.lines.count, "\(file.lines.count) lines"))")
        }
    }

    @Test func `No function is longer than sixty lines`() {
        for file in Repository.shared.swift {
            for body in Functions.bodies(in: file.text.code)
            where body.count > SizeTests.functionLinesMax {
                Issue.record("\(place(file, body.lowerBound, "a function of \(body.count) lines"))")
            }
        }
    }

    @Test func `Functions are measured from their keyword to their last brace`() {
        let text = SourceText(
            """
            protocol P { func none(a: Int) -> Int }
            func one(by closure: () -> Void = { let brace = "}" }) {
                if true { print("\\(2 + { 3 }())") }
            }
            struct S {
                init() {
                    // }
                }
            }
            """, isSwift: true)
        #expect(Functions.bodies(in: text.code) == [2...4, 6...8])
    }
}

/// Finds functions by their braces, which is enough where literals and comments are out of the way.
enum Functions {
    private static let openers: Set<String> = ["func", "init", "deinit", "subscript"]
    private static let breakers: Set<String> = [
        "func", "init", "deinit", "subscript", "var", "let", "case", "struct", "enum",
    ]

    /// Line ranges of all functions that have a body, in order of their keywords.
    static func bodies(in code: [UInt8]) -> [ClosedRange<Int>] {
        var found: [ClosedRange<Int>] = []
        var line = 1
        var position = 0
        var previous: UInt8 = 0
        while position < code.count {
            let word = word(in: code, at: position)
            // `.init(…)` is a call, not a declaration.
            if openers.contains(word), previous != UInt8(ascii: "."),
                let open = openingBrace(in: code, after: position + word.utf8.count)
            {
                found.append(line...(line + lines(in: code, from: position, closing: open)))
            }
            if code[position] == UInt8(ascii: "\n") { line += 1 }
            previous = code[position]
            position += max(1, word.utf8.count)
        }
        return found
    }

    private static func word(in code: [UInt8], at position: Int) -> String {
        let letters = code[position...].prefix { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == 0x5F
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The brace that opens the body; `nil` where the declaration ends without one.
    private static func openingBrace(in code: [UInt8], after start: Int) -> Int? {
        var depth = 0
        var position = start
        while position < code.count {
            switch code[position] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "`"):
                position += 1
                while position < code.count, code[position] != UInt8(ascii: "`") { position += 1 }
            case UInt8(ascii: "{") where depth == 0: return position
            case UInt8(ascii: "}") where depth == 0: return nil
            default: break
            }
            guard depth >= 0, position < code.count else { return nil }
            let word = word(in: code, at: position)
            if depth == 0, breakers.contains(word) { return nil }
            position += max(1, word.utf8.count)
        }
        return nil
    }

    /// Line ends between `start` and the brace that closes the one at `open`.
    private static func lines(in code: [UInt8], from start: Int, closing open: Int) -> Int {
        var depth = 0
        var position = open
        repeat {
            if code[position] == UInt8(ascii: "{") { depth += 1 }
            if code[position] == UInt8(ascii: "}") { depth -= 1 }
            position += 1
        } while depth > 0 && position < code.count
        return code[start..<position].count { $0 == UInt8(ascii: "\n") }
    }
}
