package import Hometown

/// 합계. What the rows of a list come to in won, by what becomes of them. An amount that is not
/// disclosed, or that cannot be read, adds nothing.
package struct ImportSums: Hashable, Sendable {
    /// 경고. Of the good rows, those at which somebody has to look.
    package var warnedRows = 0
    package var warned = Won.zero
    /// 중복 의심. Of those, the ones like another donation.
    package var duplicates = Won.zero
    /// 오류.
    package var refused = Won.zero
    /// 이미 등록됨.
    package var known = Won.zero

    package init() {}

    mutating func add(_ other: ImportSums) {
        warnedRows += other.warnedRows
        warned += other.warned
        duplicates += other.duplicates
        refused += other.refused
        known += other.known
    }
}
