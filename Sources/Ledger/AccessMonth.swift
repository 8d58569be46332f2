import Hometown

/// 접속기록 한 달. A partition of the access log.
struct AccessMonth: Hashable, Sendable {
    /// The name of its table.
    let partition: String
    /// Exclusive.
    let endsAt: Instant
    let bytes: Int64
    /// Whether it need not be kept any longer.
    let isOver: Bool
}

extension RunFinding {
    /// Nothing is wrong with a month that is kept too long, and nobody but the database's owner can
    /// take it away: it is told.
    /// - Parameter monthsMin: how long a month is kept.
    init(_ months: [AccessMonth], monthsMin: Int) {
        let over = months.filter(\.isOver)
        let text: Bilingual
        if months.isEmpty {
            text = Bilingual("접속기록이 아직 없습니다.", "There is no access log yet.")
        } else if over.isEmpty {
            text = Bilingual(
                "접속기록 \(months.count)개월분, 보존 기간(\(monthsMin)개월)이 지난 달 없음",
                "\(months.count) months of the access log; none is older than \(monthsMin) months")
        } else {
            text = Bilingual(
                "보존 기간(\(monthsMin)개월)이 지난 접속기록 \(over.count)개월분이 있습니다."
                    + " 파기는 데이터베이스 소유자가 합니다.",
                "\(over.count) months of the access log are older than \(monthsMin) months. Its "
                    + "owner may take them away.")
        }
        self.init(fault: nil, text: text)
        figures = [
            "months": Int64(months.count), "months_over": Int64(over.count),
            "bytes_over": over.reduce(0) { $0 + $1.bytes },
        ]
        items = over.map(\.partition)
    }
}
