import Hometown
import Testing

/// Dates and amounts as people write them.
@Suite struct ReaderTests {
    private let reader = DateReader(today: SampleRegistry.day("2023-05-02"))

    private func read(_ text: String) -> String {
        switch reader.read(text) {
        case .success(let reading):
            "\(reading.date.text) \(reading.date.precision.rawValue)"
                + (reading.notice == nil ? "" : " !")
        case .failure(let problem):
            switch problem {
            case .unreadable: "unreadable"
            case .twoDigitYear: "two digits"
            case .noSuchDay: "no such day"
            case .wrongWeekday: "weekday"
            }
        }
    }

    @Test(
        "Every usual way to write a date is read, and nothing is guessed",
        arguments: [
            ("20230410", "2023-04-10 day"), ("2023-04-10", "2023-04-10 day"),
            ("2023/4/10", "2023-04-10 day"), ("2023.4.10", "2023-04-10 day"),
            ("2023. 4. 10.", "2023-04-10 day"), ("2023. 4. 10.(월)", "2023-04-10 day"),
            ("2023. 4. 10.(화)", "weekday"), ("2023. 4. 10.(달)", "unreadable"),
            ("2023년 4월 10일", "2023-04-10 day"), ("\u{FEFF} 2023-4-10\u{00A0}", "2023-04-10 day"),
            ("２０２３－０４－１０", "2023-04-10 day"), ("4/10", "2023-04-10 day"),
            ("4.10", "2023-04-10 day"), ("4월 10일", "2023-04-10 day"),
            ("5/2", "2023-05-02 day"), ("5/3", "2022-05-03 day !"),
            ("12/25", "2022-12-25 day !"), ("2/29", "no such day"), ("13/1", "no such day"),
            ("오늘", "2023-05-02 day"), ("어제", "2023-05-01 day"), ("그제", "2023-04-30 day"),
            ("45026", "2023-04-10 day !"), ("12345", "unreadable"),
            ("2023-03", "2023-03 month"), ("2023. 3.", "2023-03 month"),
            ("2023/3", "2023-03 month"), ("2023년 3월", "2023-03 month"),
            ("2023", "2023 year"), ("2023년", "2023 year"), ("0000", "no such day"),
            ("2023-08-29 이전", "2023-08-29 on_or_before"),
            ("2023. 8. 29. 이전", "2023-08-29 on_or_before"),
            ("by 2023-08-29", "2023-08-29 on_or_before"), ("2023-08 이전", "unreadable"),
            ("2023-02-29", "no such day"), ("20230229", "no such day"),
            ("2023-13", "no such day"), ("23.4.10", "two digits"), ("230410", "two digits"),
            ("23-04-10", "two digits"), ("4-10", "unreadable"), ("2023-04/10", "unreadable"),
            ("2023-004-10", "unreadable"), ("", "unreadable"), ("이전", "unreadable"),
            ("내일", "unreadable"), ("10 April 2023", "unreadable"),
            ("2023-04-10T00:00", "unreadable"),
            ("20230410123", "unreadable"),
        ])
    func date(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func `Every date the notation writes is read back`() throws {
        for offset in stride(from: 0, to: 40_000, by: 997) {
            let day = CivilDate(daysSinceEpoch: offset)
            for precision in EventDate.Precision.allCases {
                let date = EventDate(day, precision: precision)
                let text = Notation.date(date, .text, in: .korean)
                #expect(try reader.read(text).get().date == date, "\(text)")
            }
        }
    }

    @Test(
        "Every usual way to write an amount is read, and nothing is guessed",
        arguments: [
            ("100000", "100000"), ("100,000", "100000"), ("100,000원", "100000"),
            ("10만", "100000"), ("10만원", "100000"), ("10만 원", "100000"), ("1.5만", "15000"),
            ("100천원", "100000"), ("3백만원", "3000000"), ("1억 2,345만 원", "123450000"),
            ("1억2345만6789원", "123456789"), ("3만5천원", "35000"), ("2천5백만", "25000000"),
            ("0.5억", "50000000"), ("₩100,000", "100000"), ("￦100,000", "100000"),
            ("KRW 100,000", "100000"), ("１００，０００", "100000"), ("1", "1"),
            ("9007199254740991", "9007199254740991"), ("미공개", "undisclosed"),
            ("\u{1106}\u{1175}\u{1100}\u{1169}\u{11BC}\u{1100}\u{1162}", "undisclosed"),
            ("not disclosed", "undisclosed"), ("Undisclosed", "undisclosed"),
            ("100,00", "grouping"), ("1,0000", "grouping"), (",100", "grouping"),
            ("1e5", "unreadable"), ("10.5", "fractional"),
            ("1.00005만", "fractional"), ("1.5천3만", "unreadable"), ("-100", "negative"),
            ("△100", "negative"), ("0", "zero"), ("0만", "zero"), ("", "unreadable"),
            ("원", "unreadable"), ("만원", "unreadable"), ("1만2억", "unreadable"),
            ("1백2천", "unreadable"), ("십만원", "unreadable"), ("100 USD", "unreadable"),
            ("1.", "unreadable"), ("+100", "unreadable"), ("9007199254740992", "tooLarge"),
            ("99999999999999999999", "tooLarge"), ("9999999999억", "tooLarge"),
            ("9999999999999999조", "tooLarge"),
        ])
    func amount(text: String, expected: String) {
        let answer =
            switch AmountReader.read(text) {
            case .success(.disclosed(let won)): "\(won.amount)"
            case .success(.undisclosed): "undisclosed"
            case .failure(let problem): "\(problem)"
            }
        #expect(answer == expected)
    }

    @Test func `Every amount the notation writes is read back`() {
        var amount: Int64 = 1
        while amount < 9_000_000_000_000_000 {
            for language in Language.allCases {
                let text = Notation.amount(Won(amount), in: language)
                #expect(
                    AmountReader.read(text) == .success(.disclosed(Won(amount))), "\(text)")
            }
            amount = amount * 3 + 7
        }
        #expect(AmountReader.read(Notation.amount(nil, in: .korean)) == .success(.undisclosed))
    }

    @Test func `Every reason is said in both languages`() {
        let amounts: [AmountReader.Problem] = [
            .unreadable, .negative, .zero, .fractional, .grouping, .tooLarge,
        ]
        let dates: [DateReader.Problem] = [
            .unreadable, .twoDigitYear, .noSuchDay, .wrongWeekday(reader.today),
        ]
        for text in amounts.map(\.text) + dates.map(\.text) {
            #expect(!text.korean.isEmpty && !text.english.isEmpty && text.korean != text.english)
        }
    }
}
