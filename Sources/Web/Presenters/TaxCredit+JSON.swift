package import Hometown

extension TaxCredit {
    /// - Throws: `Problem` 422 for a year before the scheme and for more than its cap.
    package static func estimated(
        year: Int, donated: Won, region: Region
    ) throws(Problem) -> TaxCredit {
        guard let cap = Scheme.annualCap(in: year) else {
            let reason = Bilingual("2023년부터 있습니다.", "There is none before 2023.")
            throw Problem([Refusal.dateInvalid(field: "year", reason: reason)])
        }
        guard let credit = TaxCredit(year: year, donated: donated, region: region) else {
            throw Problem([Refusal.overAnnualCap(year: year, cap: cap, recorded: .zero)])
        }
        return credit
    }

    package func write(
        to writer: inout JSONWriter, year: Int, region: Region, for reader: Reader
    ) {
        writer.object { writer in
            writer.field("year", year)
            writer.field("region", region.rawValue)
            writer.field("donated", donated)
            writer.field("income_tax", incomeTax)
            writer.field("local_income_tax", localIncomeTax)
            writer.field("total", total)
            writer.field("notice", reader.text(TaxCredit.notice))
        }
    }
}
