package import Hometown

/// Why a body is no form, in the order in which it shows.
package enum MultipartFault: Error, Hashable, Sendable, CaseIterable {
    case boundary, head, headTooLong, notUTF8, encoded, tooManyParts, truncated

    package var text: Bilingual {
        switch self {
        case .boundary:
            Bilingual(
                "multipart/form-data의 경계(boundary)가 없거나 틀립니다. RFC 7578의 형식으로 보내십시오.",
                "The boundary of the multipart/form-data is missing or wrong; see RFC 7578.")
        case .head:
            Bilingual(
                "양식의 한 부분에 Content-Disposition: form-data; name=\"…\"이 없습니다.",
                "A part of the form lacks Content-Disposition: form-data; name=\"…\".")
        case .headTooLong:
            Bilingual(
                "양식의 한 부분의 머리글이 \(MultipartReader.headBytesMax)바이트를 넘습니다. 파일 이름을 줄이십시오.",
                "The header of a part exceeds \(MultipartReader.headBytesMax) bytes. "
                    + "Shorten the file's name.")
        case .notUTF8:
            Bilingual(
                "양식의 글이 UTF-8이 아닙니다. UTF-8로 보내십시오.",
                "The form's text is not UTF-8. Send UTF-8.")
        case .encoded:
            Bilingual(
                "Content-Transfer-Encoding을 쓰지 말고 있는 그대로 보내십시오.",
                "Send the bytes as they are, without a Content-Transfer-Encoding.")
        case .tooManyParts:
            Bilingual(
                "양식은 \(MultipartReader.partsMax)개 부분까지입니다.",
                "A form may have \(MultipartReader.partsMax) parts.")
        case .truncated:
            Bilingual(
                "양식이 도중에 끝났습니다. 다시 보내십시오.",
                "The form ends too early. Send it again.")
        }
    }

    var problem: Problem { Problem(.malformedRequest, text, closing: true) }
}
