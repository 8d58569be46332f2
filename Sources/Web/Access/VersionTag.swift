import Hometown

/// 판. Which version of a thing its author has seen, as `ETag` says it and `If-Match` repeats it
/// (RFC 9110, 13.1.1): how often the thing was settled or reopened, in quotation marks.
package struct VersionTag: Hashable, Sendable {
    /// `nil`: whatever stands.
    package let version: Int?

    package init(_ version: Int) {
        self.version = version
    }

    /// - Parameter field: the value of `If-Match`, when there is one.
    /// - Throws: `Problem` 428 when it is missing, 400 when it is no tag of ours.
    package init(required field: String?) throws(Problem) {
        guard let field else { throw VersionTag.missing }
        guard field != "*" else {
            version = nil
            return
        }
        let digits = field.dropFirst().dropLast()
        guard field.hasPrefix("\""), field.hasSuffix("\""), field.utf8.count <= 12,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let version = Int(digits)
        else { throw VersionTag.malformed }
        self.version = version
    }

    package var text: String { version.map { "\"\($0)\"" } ?? "*" }

    private static let missing = Problem(
        .preconditionRequired,
        Bilingual(
            "If-Match에 조회한 기부의 ETag를 쓰십시오. 그 사이의 정정을 덮지 않기 위해서입니다.",
            "Send the donation's ETag as If-Match, so that no correction in between is overlooked."
        ))

    private static let malformed = Problem(
        .malformedRequest,
        Bilingual(
            "If-Match는 조회한 기부의 ETag 그대로이거나 *입니다.",
            "If-Match takes the ETag as it was shown, or *."))
}
