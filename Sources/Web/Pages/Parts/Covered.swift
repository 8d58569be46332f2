import Hometown
import Ledger

// 적은 수 가리기. What everybody may see of counts that could point at somebody.
extension Phrases {
    /// Why it is not told.
    var covering: Remarks {
        let limit = smallCounts.limit
        return Remarks([
            say(
                "\(limit)건 미만인 건수는 밝히지 않습니다. 그 수를 셈할 수 있게 하는 다른 칸도 비공개로 둡니다.",
                "Counts below \(limit) are not told, nor others from which they would follow.")
        ])
    }

    /// How many, or that it is not told.
    func number(of tally: Facts.Tally) -> String {
        tally.cover.map(covered) ?? number(tally.count)
    }

    /// 건수; how many with their unit, or that it is not told.
    func count(of tally: Facts.Tally) -> String {
        tally.cover.map(covered) ?? count(tally.count)
    }

    private func covered(_ cover: SmallCounts.Cover) -> String {
        text(smallCounts.text(of: cover))
    }

    /// What was disclosed of it in won, or that it is not told.
    func won(of tally: Facts.Tally) -> String {
        if tally.cover != nil { return covered(.withheld) }
        return tally.count > 0 && tally.count == tally.undisclosed
            ? Notation.amount(nil, in: language) : number(tally.amount.amount)
    }
}

extension [Facts.Tally] {
    /// As everybody may see them: parts of one whole that do not overlap.
    func covered(by small: SmallCounts) -> [Facts.Tally] {
        zip(self, small.covers(map(\.count))).map { tally, cover in
            cover.map { Facts.Tally(covered: $0) } ?? tally
        }
    }
}
