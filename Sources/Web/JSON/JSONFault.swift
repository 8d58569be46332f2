package import Hometown

/// Why a text is no JSON this interface accepts, and where. Holds no byte of the text itself, for
/// that may be personal.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Reason: Error, Hashable, Sendable, CaseIterable {
        case invalidUTF8, tooDeep, duplicateName, unexpectedEnd, unexpectedByte, trailingBytes
        case controlCharacter, invalidEscape, loneSurrogate, nullCharacter, invalidNumber
        case tooManyMembers
    }

    package let reason: Reason
    /// Both count from 1; the column counts bytes, so that no editor's idea of a character
    /// matters.
    package let line: Int
    package let column: Int

    /// - Parameter offset: of the byte at fault, or the count of `bytes` at their end.
    init(_ reason: Reason, at offset: Int, in bytes: [UInt8]) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.reason = reason
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        column = 1 + offset - lineStart
    }

    package var text: Bilingual {
        let reason = reasonText
        return Bilingual(
            "\(line)행 \(column)번째 바이트: \(reason.korean)",
            "Line \(line), byte \(column): \(reason.english)")
    }

    private var reasonText: Bilingual {
        switch reason {
        case .invalidUTF8:
            Bilingual("UTF-8이 아닙니다. UTF-8로 보내십시오.", "Not UTF-8. Send UTF-8.")
        case .tooDeep:
            Bilingual("너무 깊이 중첩되었습니다.", "Nested too deeply.")
        case .duplicateName:
            Bilingual("같은 이름이 두 번 있습니다.", "The same name stands twice.")
        case .unexpectedEnd:
            Bilingual("본문이 도중에 끝났습니다.", "The body ends too early.")
        case .unexpectedByte:
            Bilingual("여기에 올 수 없는 글자입니다.", "This character cannot stand here.")
        case .trailingBytes:
            Bilingual("값 뒤에 내용이 더 있습니다.", "There is more after the value.")
        case .controlCharacter:
            Bilingual(
                "제어 문자는 \\u로 쓰십시오.", "A control character must be written with \\u.")
        case .invalidEscape:
            Bilingual("잘못된 이스케이프입니다.", "Not a valid escape.")
        case .loneSurrogate:
            Bilingual("짝이 없는 서로게이트입니다.", "A surrogate without its pair.")
        case .nullCharacter:
            Bilingual("U+0000은 저장할 수 없습니다.", "U+0000 cannot be stored.")
        case .invalidNumber:
            Bilingual("숫자 표기가 잘못되었습니다.", "Not a valid number.")
        case .tooManyMembers:
            Bilingual("항목이 너무 많습니다.", "Too many members.")
        }
    }
}
