// What the money is for, what is given in return, and what staff checked.
extension DonationFieldReader {
    /// `1` to `4`.
    mutating func purpose() -> Purpose? {
        guard let text = text(.purpose) else { return nil }
        if let purpose = Int16(text).flatMap(Purpose.init) { return purpose }
        found.append(.invalid(.purpose, allowed: Purpose.allCases.map { String($0.rawValue) }))
        return nil
    }

    /// A value of `0` says that there is no gift.
    mutating func gift() -> ReturnGift? {
        ReturnGift(
            kind: choice(.giftKind, ReturnGift.Kind.self), value: giftValue(),
            isWanted: flag(.giftWanted))
    }

    private mutating func giftValue() -> Won? {
        guard let text = text(.giftValue) else { return nil }
        switch AmountReader.read(text) {
        case .success(.disclosed(let won)): return won
        case .success(.undisclosed): return nil
        case .failure(.zero): return .zero
        case .failure(let problem):
            found.append(FieldProblem(.giftValue, code: "value_invalid", problem.text))
            return nil
        }
    }

    /// `checks` stands for each of the four that has no text of its own.
    mutating func checks() -> Checks? {
        let all = check(.checks)
        var checks = Checks()
        checks.resident = check(.checkResident) ?? all
        checks.person = check(.checkPerson) ?? all
        checks.annualTotal = check(.checkAnnualTotal) ?? all
        checks.giftWish = check(.checkGiftWish) ?? all
        checks.pledge = text(.pledge)
        checks.hasConsent = flag(.consent)
        return checks.isEmpty ? nil : checks
    }

    mutating func check(_ field: DonationField) -> Check? {
        guard let text = text(field) else { return nil }
        if let check = Check(text, dates: dates) { return check }
        let results = Check.Result.allCases.map(\.rawValue).joined(separator: ", ")
        let bases = Residence.Basis.allCases.map(\.rawValue).joined(separator: ", ")
        found.append(
            FieldProblem(
                field, code: "value_invalid",
                Bilingual(
                    "결과(적합, 부적합), 확인 방법(서류 확인, 행정정보 공동이용), 확인일을 차례로 쓰십시오. "
                        + "예: 적합 서류 확인 2026-03-02",
                    "Write result (\(results)), basis (\(bases)) and day, "
                        + "as in passed document_submitted 2026-03-02.")))
        return nil
    }
}
