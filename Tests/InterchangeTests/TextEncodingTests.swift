import Interchange
import Testing

@Suite struct TextEncodingTests {
    private func survey(_ bytes: [UInt8], pieces: Int) -> TextEncodingSurvey {
        var survey = TextEncodingSurvey()
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            survey.take(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return survey
    }

    @Test(arguments: [1, 2, 3, 1000])
    func `valid UTF-8 is UTF-8 and everything else CP949`(pieces: Int) {
        let plain = survey(Array("plain, 한글 and 💖".utf8), pieces: pieces)
        #expect(plain.encoding == .utf8 && !plain.hasMark)
        let marked = survey(TextEncoding.utf8Mark + Array("가".utf8), pieces: pieces)
        #expect(marked.encoding == .utf8 && marked.hasMark)
        let korean = survey([0x61, 0xB1, 0xDD, 0xBE, 0xD7], pieces: pieces)
        #expect(korean.encoding == .cp949 && korean.firstInvalidOffset == 1)
        // Cut off in the middle of a character.
        #expect(survey([0x61, 0xEA, 0xB0], pieces: pieces).encoding == .cp949)
    }

    @Test(arguments: [
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80],
    ])
    func `sequences that only look like UTF-8 are none`(bytes: [UInt8]) {
        #expect(survey(bytes, pieces: 1).firstInvalidOffset != nil)
        #expect(String(validating: bytes, as: UTF8.self) == nil)
    }

    @Test func `wrong bytes halfway are found wherever they stand`() {
        let text = Array(String(repeating: "가나다라,", count: 500).utf8)
        let bytes = text + [0xB1, 0xDD] + text
        let found = survey(bytes, pieces: 64)
        #expect(found.firstInvalidOffset == Int64(text.count))
        // It is UTF-8 that breaks there, and not CP949 that is wrong from its first letter.
        #expect(found.encoding == .utf8)
    }

    @Test func `what may be UTF-8 for a letter or two by chance is CP949`() {
        // 짜, which is a letter of two bytes in either.
        let chance: [UInt8] = [0xC2, 0xA5, 0xC2, 0xA5, 0xC2, 0xA5, 0xC2, 0xA5, 0xC2, 0xA5]
        #expect(survey(chance + [0xB1, 0xDD], pieces: 64).encoding == .cp949)
    }
}
