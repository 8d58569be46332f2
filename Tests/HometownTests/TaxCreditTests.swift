import Hometown
import Testing

/// The tables of the law reference, to the won.
@Suite struct TaxCreditTests {
    @Test(arguments: [
        (2023, 100_000, 90_909, 9_090), (2024, 100_000, 90_909, 9_090),
        (2025, 100_000, 90_909, 9_090), (2026, 100_000, 90_909, 9_090),
        (2025, 200_000, 105_909, 10_590), (2026, 200_000, 130_909, 13_090),
        (2026, 500_000, 175_909, 17_590),
    ])
    func `Each band is cut to whole won and the local tax is a tenth of it`(
        year: Int, donated: Int64, income: Int64, local: Int64
    ) throws {
        let credit = try #require(TaxCredit(year: year, donated: Won(donated)))
        #expect(credit.incomeTax == Won(income))
        #expect(credit.localIncomeTax == Won(local))
    }

    @Test(arguments: [
        (100_000, 99_999, 99_999, 99_999), (200_000, 116_499, 116_499, 143_999),
        (500_000, 165_999, 165_999, 193_499), (5_000_000, 908_499, 908_499, 935_999),
    ])
    func `The totals are those of the law reference`(
        donated: Int64, until2024: Int64, in2025: Int64, in2026: Int64
    ) {
        for (year, total) in [
            (2023, until2024), (2024, until2024), (2025, in2025), (2026, in2026), (2027, in2026),
        ] {
            #expect(TaxCredit(year: year, donated: Won(donated))?.total == Won(total), "\(year)")
        }
    }

    @Test func `The cap of the year ends the table`() {
        let most = Won(20_000_000)
        #expect(TaxCredit(year: 2024, donated: most) == nil)
        #expect(TaxCredit(year: 2024, donated: Won(5_000_001)) == nil)
        #expect(TaxCredit(year: 2025, donated: most)?.total == Won(3_383_499))
        #expect(TaxCredit(year: 2026, donated: most)?.total == Won(3_410_999))
        #expect(TaxCredit(year: 2026, donated: Won(20_000_001)) == nil)
        #expect(TaxCredit(year: 2022, donated: Won(1)) == nil)
    }

    @Test(arguments: [
        (2024, 500_000, 165_999), (2025, 100_000, 99_999), (2025, 500_000, 231_999),
        (2026, 200_000, 143_999), (2026, 500_000, 242_999),
    ])
    func `A disaster area has its own row`(year: Int, donated: Int64, total: Int64) {
        let credit = TaxCredit(year: year, donated: Won(donated), region: .disaster)
        #expect(credit?.total == Won(total))
    }

    @Test func `Nothing given gives nothing back`() {
        #expect(TaxCredit(year: 2026, donated: .zero)?.total == .zero)
        #expect(TaxCredit(year: 2026, donated: Won(1))?.total == .zero)
        #expect(TaxCredit(year: 2026, donated: Won(11))?.total == Won(11))
    }
}
