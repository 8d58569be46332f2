/// 글자 인코딩. How a file of text is written. Korean spreadsheets save UTF-8 with a byte order mark,
/// or CP949, the superset of EUC-KR that Windows calls "ANSI" in Korea.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8
    case cp949

    /// U+FEFF in UTF-8, at the front of a file.
    package static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// What iconv(3) calls it. Not EUC-KR, in which 똠 does not exist.
    var iconvName: String {
        switch self {
        case .utf8: "UTF-8"
        case .cp949: "CP949"
        }
    }
}
