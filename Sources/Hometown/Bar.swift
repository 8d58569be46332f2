/// 모금·접수 제한. A period in which the Ministry bars a government from receiving (Act 4(2)(3)).
package struct Bar: Hashable, Sendable {
    package let government: Int16
    package let validFrom: CivilDate
    /// Exclusive; the last barred day is the one before.
    package let validTo: CivilDate
    package let reason: String

    package init(
        government: Int16, validFrom: CivilDate, validTo: CivilDate, reason: String
    ) {
        self.government = government
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
    }

    package var lastDay: CivilDate { validTo.adding(days: -1) }
}

extension Bilingual {
    static let endBeforeBeginning = Bilingual(
        "종료일이 시작일보다 빠르거나 같습니다. 날짜를 확인해 주십시오.",
        "It ends before it begins. Check both dates.")

    static func afterToday(_ today: CivilDate) -> Bilingual {
        Bilingual(
            "오늘(\(Notation.date(today, in: .korean)))보다 늦습니다. 있었던 일의 날짜를 써 주십시오.",
            "It lies after today (\(Notation.date(today, in: .english))). Write the day on which "
                + "it happened.")
    }

    static func longBefore(year: Int) -> Bilingual {
        Bilingual(
            "\(year)년보다 이릅니다. 연도를 네 자리로 썼는지 확인해 주십시오.",
            "It lies before \(year). Check the year and its four digits.")
    }
}
