import Hometown
import Interchange
import Summaries
import TestSupport
import Testing

/// Official notation in every form of every report that a person reads.
@Suite struct SummaryNotationTests {
    private static func samples() throws -> [Facts] {
        [
            try SampleFacts.articles(), try SampleFacts.empty(), try SampleFacts.everything(),
            try SampleFacts.publication(), try SampleFacts.relay(), try SampleFacts.unanswered(),
            try SampleFacts.reminder(),
        ]
    }

    @Test func `no form of any report breaks the notation`() throws {
        for facts in try SummaryNotationTests.samples() {
            for file in try SummaryRenderer().render(facts).files where file.name.contains(".ko.") {
                let lines = try SummaryNotationTests.lines(of: file)
                // A workbook and a list are tables alone, and end where their last row does.
                let isReport = file.name.hasSuffix(".html") || file.name.hasSuffix(".hwpx")
                let faults =
                    isReport
                    ? try NotationLint.faults(inReport: lines)
                    : try NotationLint.faults(in: lines)
                #expect(faults == [], "\(file.name)")
                #expect(!lines.isEmpty, "\(file.name)")
            }
        }
    }

    @Test func `the English twin has Hangul in no word of its own`() throws {
        let facts = try SampleFacts.relay()
        for file in try SummaryRenderer().render(facts).files where file.name.contains(".en.") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(
                !text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) },
                "\(file.name)")
        }
    }

    private static func lines(of file: RenderedSummary.File) throws -> [String] {
        guard file.bytes.starts(with: Array("PK".utf8)) else {
            let text = String(decoding: file.bytes, as: UTF8.self)
            guard file.name.hasSuffix(".html") else {
                return text.split(whereSeparator: \.isNewline).flatMap {
                    $0.drop { $0 == "\u{FEFF}" }.split(separator: ",").map(String.init)
                }
            }
            return VisibleText(of: text).lines
        }
        let archive = try ZipArchive(file.bytes)
        return try archive.parts.filter {
            $0.name.hasPrefix("Contents/section") || $0.name.hasPrefix("xl/worksheets/")
                || $0.name == "xl/sharedStrings.xml"
        }.flatMap { part in
            VisibleText(
                of: String(decoding: try archive.bytes(of: part), as: UTF8.self),
                within: ["hp:t", "t", "hp:run"]
            ).lines
        }
    }
}
