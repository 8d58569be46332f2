/// 세액공제 예상. What the tax office may give back of a year's donations (조세특례제한법 58, not
/// read directly; the bands are the press's). Information, never a promise: it is limited by the
/// tax that is due.
package struct TaxCredit: Hashable, Sendable {
    /// Where the money went.
    package enum Region: String, Sendable, CaseIterable {
        /// 일반.
        case ordinary
        /// 특별재난지역, within three months of its declaration.
        case disaster
    }

    /// The donor's total of the year, over all governments.
    package let donated: Won
    /// 소득세.
    package let incomeTax: Won
    /// 지방소득세: a tenth of it.
    package let localIncomeTax: Won

    package var total: Won { incomeTax + localIncomeTax }

    package static let notice = Bilingual(
        "예상액, 실제와 다를 수 있음", "An estimate; the real amount may differ.")

    /// - Returns: `nil` for a year before the scheme and for what is over the year's cap.
    package init?(year: Int, donated: Won, region: Region = .ordinary) {
        guard let cap = Scheme.annualCap(in: year), donated >= .zero, donated <= cap,
            let table = TaxCredit.tables.last(where: { $0.since <= year && $0.region == region })
        else { return nil }
        var credit: Int64 = 0
        var done: Int64 = 0
        for band in table.bands {
            let part = max(min(donated.amount, band.upTo) - done, 0)
            credit += part * band.rate.numerator / band.rate.denominator
            done = band.upTo
        }
        self.donated = donated
        incomeTax = Won(credit)
        localIncomeTax = Won(credit / 10)
    }

    private struct Band {
        let upTo: Int64
        let rate: (numerator: Int64, denominator: Int64)
    }

    private static let almostWhole = Band(upTo: 100_000, rate: (100, 110))
    private static let middle = Band(upTo: 200_000, rate: (40, 100))

    private static func rest(_ percent: Int64) -> Band {
        Band(upTo: .max, rate: (percent, 100))
    }

    /// A row holds from its year until the next of its region. What the disaster row of 2025 covers
    /// began with a law of March 2025, whose first day is not verified.
    private static let tables: [(since: Int, region: Region, bands: [Band])] = [
        (2023, .ordinary, [almostWhole, rest(15)]),
        (2023, .disaster, [almostWhole, rest(15)]),
        (2025, .disaster, [almostWhole, rest(30)]),
        (2026, .ordinary, [almostWhole, middle, rest(15)]),
        (2026, .disaster, [almostWhole, middle, rest(30)]),
    ]
}

extension TaxCredit.Region: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .ordinary: Bilingual("일반 지역", "ordinary")
        case .disaster: Bilingual("특별재난지역", "disaster area")
        }
    }
}
