/// Reads one field after another and remembers what is wrong with them.
struct DonationFieldReader {
    let fields: DonationFields
    let dates: DateReader
    /// Fields whose text held a resident number, in the order of the form.
    let blanked: [DonationField]
    var found: [FieldProblem] = []

    init(_ fields: DonationFields, dates: DateReader, isOnRecord: Bool = false) {
        self.dates = dates
        blanked = fields.holding(ResidentNumber.isPresent)
        var clean = fields
        for field in blanked { clean.blank(field) }
        let masked = clean.holding(ResidentNumber.isMask)
        for field in masked { clean.blank(field) }
        let hidden = isOnRecord ? [] : clean.hidden
        for (field, _) in hidden { clean.blank(field) }
        self.fields = clean
        for name in fields.unknown {
            // The name itself may hold anything, so only so much of a clean one is repeated.
            let known = ResidentNumber.redacting(
                String(name.prefix(DonationField.charactersMax)))
            found.append(
                FieldProblem(
                    field: known, code: "field_unknown",
                    text: Bilingual("없는 항목입니다. 이름을 확인해 주십시오.", "There is no such field.")))
        }
        for field in masked {
            found.append(
                FieldProblem(
                    field, code: "value_invalid", ResidentNumber.maskRefused))
        }
        for (field, character) in hidden {
            found.append(FieldProblem(field, code: "value_invalid", character.text))
        }
        guard !isOnRecord else { return }
        let limit = DonationField.charactersMax
        // A character has at least one byte, so most texts need not be counted.
        for field in clean.holding({
            $0.utf8.count > limit && $0.unicodeScalars.count > limit
        }) {
            found.append(
                FieldProblem(
                    field, code: "value_too_long",
                    Bilingual("\(limit)자 이내로 줄이십시오.", "At most \(limit) characters.")))
        }
    }

    /// A blanked field comes first and is named once; that it is now empty is no second problem.
    var problems: [FieldProblem] {
        guard !found.isEmpty, !blanked.isEmpty else { return found }
        let names = Set(blanked.map(\.rawValue))
        return blanked.map { FieldProblem(.residentNumberPresent(fields: [$0.rawValue])) }
            + found.filter { !names.contains($0.field) }
    }

    func text(_ field: DonationField) -> String? { fields[field] }

    mutating func missing<Value>(_ field: DonationField) -> Value? {
        let isReported = found.contains { $0.field == field.rawValue }
        if !isReported { found.append(.missing(field)) }
        return nil
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(
        _ field: DonationField, _: Value.Type
    ) -> Value? where Value.RawValue == String {
        guard let text = fields[field] else { return nil }
        if let value = Value(rawValue: text) { return value }
        found.append(.invalid(field, allowed: Value.allCases.map(\.rawValue)))
        return nil
    }

    mutating func flag(_ field: DonationField) -> Bool? {
        switch fields[field] {
        case nil: return nil
        case "true": return true
        case "false": return false
        default:
            found.append(.invalid(field, allowed: ["true", "false"]))
            return nil
        }
    }

    mutating func identifier(_ field: DonationField) -> Identifier? {
        guard let text = fields[field] else { return nil }
        if let identifier = Identifier(text) { return identifier }
        found.append(
            FieldProblem(
                field, code: "value_invalid",
                Bilingual("식별자(UUID)가 아닙니다.", "This is no identifier (UUID).")))
        return nil
    }

    mutating func donor(keyed: (String) -> Identifier) -> DonorReference? {
        switch (fields[.donorPerson], fields[.donorKey]) {
        case (.some, nil):
            return identifier(.donorPerson).map(DonorReference.person)
        case (nil, let key?): return .keyed(keyed(key))
        case (nil, nil): return missing(.donorKey)
        case (.some, .some):
            found.append(
                FieldProblem(
                    .donorKey, code: "value_invalid",
                    Bilingual(
                        "donor_person과 donor_key 가운데 하나만 쓰십시오.",
                        "Give either donor_person or donor_key.")))
            return nil
        }
    }

    mutating func amount() -> Won? {
        guard let text = fields[.amount] else { return nil }
        switch AmountReader.read(text) {
        case .success(.disclosed(let won)): return won
        case .success(.undisclosed): return nil
        case .failure(let problem):
            found.append(
                FieldProblem(
                    .amount, code: Refusal.Code.amountInvalid.rawValue, problem.text))
            return nil
        }
    }

    mutating func date(_ field: DonationField) -> EventDate? {
        guard let text = fields[field] else { return nil }
        switch dates.read(text) {
        case .success(let reading): return reading.date
        case .failure(let problem):
            found.append(
                FieldProblem(field, code: Refusal.Code.dateInvalid.rawValue, problem.text))
            return nil
        }
    }

    /// The precision may be said beside the date; it must then agree with how the date is written,
    /// save that a whole day may be the last possible one.
    mutating func donatedOn() -> EventDate? {
        guard let date = date(.donatedOn) else { return missing(.donatedOn) }
        guard let precision = choice(.datePrecision, EventDate.Precision.self),
            precision != date.precision
        else { return date }
        if date.precision == .day, precision == .onOrBefore {
            return EventDate(date.date, precision: .onOrBefore)
        }
        found.append(
            FieldProblem(
                .datePrecision, code: Refusal.Code.dateInvalid.rawValue,
                Bilingual(
                    "기부일의 표기와 정밀도가 맞지 않습니다.",
                    "The precision does not agree with how the date is written.")))
        return nil
    }

    /// - Parameter checked: the check of the residence, which says basis and day where the
    ///   residence does not say them itself.
    mutating func residence(checked: Check?) -> Residence? {
        let basis = choice(.residenceBasis, Residence.Basis.self)
        let checkedOn = date(.residenceCheckedOn)
        if let checkedOn, checkedOn.precision != .day {
            found.append(
                FieldProblem(
                    .residenceCheckedOn, code: Refusal.Code.dateInvalid.rawValue,
                    DateReader.Problem.unreadable.text))
        }
        guard let text = fields[.residence] else { return nil }
        return Residence(
            DonationField.noResidence.contains(text) ? .noneInKorea : .government(text),
            basis: basis ?? checked?.basis, checkedOn: checkedOn?.date ?? checked?.on)
    }

    /// Only money that staff took in can be unlawfully received; a report against a rule is kept as
    /// disputed.
    mutating func returnGround(of origin: Origin?) -> ReturnGround? {
        guard let text = fields[.receivedUnlawful] else { return nil }
        guard origin != .reported else {
            found.append(
                FieldProblem(
                    .receivedUnlawful, code: "value_invalid",
                    Bilingual(
                        "위법하게 접수한 기부는 접수(intake)로만 등록합니다.",
                        "Only a donation that was taken in (intake) can be unlawfully received."
                    )))
            return nil
        }
        if let ground = ReturnGround(text) { return ground }
        found.append(
            .invalid(
                .receivedUnlawful, allowed: ReturnGround.allCases.map { "\($0.rawValue)" }))
        return nil
    }

    func employer() -> Employer? {
        fields[.employer].map {
            DonationField.noEmployer.contains($0) ? .noGovernment : .named($0)
        }
    }
}
