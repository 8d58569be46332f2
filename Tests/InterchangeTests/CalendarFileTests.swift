import Testing

@testable import Interchange

@Suite struct CalendarFileTests {
    private func lines(_ file: CalendarFile) -> [Substring] {
        String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n")
    }

    @Test func `lines end in CRLF, are folded at 75 octets and never within a character`() {
        let long = String(repeating: "고향사랑 상호기부 ", count: 20)
        let file = CalendarFile(
            name: "품앗이",
            events: [
                .init(
                    id: "1@pumasi", year: 2023, month: 4, day: 9, summary: long,
                    stamp: "20230410T021500Z")
            ])
        let lines = lines(file)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        #expect(lines.contains("DTSTART;VALUE=DATE:20230409"))
        let unfolded = String(decoding: file.bytes, as: UTF8.self)
            .replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:\(long)\r\n"))
    }

    @Test func `what means something in the format is escaped, and control characters are gone`() {
        let file = CalendarFile(
            name: "a,b;c\\d",
            events: [
                .init(
                    id: "1", year: 2023, month: 12, day: 31, summary: "one\ntwo\r\u{0}",
                    description: "x;y", address: "https://example.org/p", stamp: "20230410T021500Z")
            ])
        let lines = lines(file)
        #expect(lines.contains("X-WR-CALNAME:a\\,b\\;c\\\\d"))
        #expect(lines.contains("SUMMARY:one\\ntwo"))
        #expect(lines.contains("DESCRIPTION:x\\;y"))
        #expect(lines.contains("URL:https://example.org/p"))
    }
}
