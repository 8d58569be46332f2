/// 제한 초안. A bar as somebody records it; the government is still the caller's word.
package struct BarDraft: Hashable, Sendable {
    package var government: String
    package var validFrom: CivilDate
    /// Exclusive.
    package var validTo: CivilDate
    /// 위반 내용.
    package var reason: String
    /// 공표일. It may also follow later.
    package var publishedOn: CivilDate?

    package init(
        government: String, validFrom: CivilDate, validTo: CivilDate, reason: String,
        publishedOn: CivilDate? = nil
    ) {
        self.government = government
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
        self.publishedOn = publishedOn
    }

    /// What is wrong with it whatever the registry says: a bar lasts a day at least and a year at
    /// most (Act 4(2)); a year from 29 February ends with February (Civil Act 160(3)).
    package var problems: [Refusal] {
        if validTo <= validFrom {
            return [.dateInvalid(field: "valid_to", reason: .endBeforeBeginning)]
        }
        let sameDay = CivilDate(
            year: validFrom.year + 1, month: validFrom.month, day: validFrom.day)
        guard validTo > sameDay ?? validFrom.adding(days: 366) else { return [] }
        let reason = Bilingual(
            "제한 기간은 1년까지입니다. 종료일을 확인해 주십시오.",
            "A bar lasts a year at most. Check its end.")
        return [.dateInvalid(field: "valid_to", reason: reason)]
    }
}

extension BarDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = terms
        all["government"] = .string(government)
        return .members(all)
    }

    /// What the entry of the bar says.
    package func members(_ government: Government) -> [String: CanonicalValue?] {
        var all = terms
        all["government"] = .government(government)
        return all
    }

    private var terms: [String: CanonicalValue?] {
        [
            "published_on": .date(publishedOn), "reason": .string(reason),
            "valid_from": .date(validFrom), "valid_to": .date(validTo),
        ]
    }
}
