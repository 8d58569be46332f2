extension DonationFields {
    package var isEmpty: Bool { written.isEmpty }

    /// The fields that hold something, by their names.
    package var written: [String: String] {
        var written: [String: String] = [:]
        for field in DonationField.allCases { written[field.rawValue] = self[field] }
        return written
    }

    /// Changed fields in their machine forms, or everything that is wrong with them: what was
    /// typed as 어제 or 10만원 must mean the same when somebody approves it next week.
    /// - Parameters:
    ///   - today: the Korean day, for dates in words.
    ///   - keyed: turns the caller's key of a donor into an opaque reference.
    package func changes(
        today: CivilDate, keyed: (String) -> Identifier
    ) -> (fields: DonationFields, problems: [FieldProblem]) {
        var reader = DonationFieldReader(self, dates: DateReader(today: today))
        var fields = self
        for field in reader.blanked { fields.blank(field) }
        if self[.donorPerson] != nil || self[.donorKey] != nil {
            switch reader.donor(keyed: keyed) {
            case .person(let person): fields[.donorPerson] = person.description
            case .keyed(let key): fields[.donorKey] = key.description
            case nil: break
            }
        }
        if self[.amount] != nil {
            fields[.amount] = reader.amount().map { String($0.amount) } ?? "미공개"
        }
        if self[.donatedOn] != nil || self[.datePrecision] != nil {
            let date = reader.donatedOn()
            fields[.donatedOn] = date?.text
            fields[.datePrecision] = date?.precision.rawValue
        }
        if self[.residenceCheckedOn] != nil {
            fields[.residenceCheckedOn] = reader.date(.residenceCheckedOn)?.text
        }
        // What is kept of them says the same in one word.
        if let text = self[.residence], DonationField.noResidence.contains(text) {
            fields[.residence] = "none"
        }
        if let text = self[.employer], DonationField.noEmployer.contains(text) {
            fields[.employer] = "none"
        }
        for field in DonationField.ofChecks {
            if let check = reader.check(field) { fields[field] = check.text }
        }
        _ = (reader.choice(.origin, Origin.self), reader.choice(.donorKind, DonorKind.self))
        _ = (reader.choice(.channel, Channel.self), reader.flag(.ownName))
        _ = reader.choice(.residenceBasis, Residence.Basis.self)
        _ = (reader.identifier(.leg), reader.identifier(.exchange))
        _ = (reader.identifier(.participation), reader.gift(), reader.flag(.interest))
        _ = reader.flag(.consent)
        return (fields, reader.problems)
    }

    /// 정정할 값. The same donation with these changes. What a change makes meaningless goes with it:
    /// another donor has another home, another way of paying another name.
    package func changed(by changes: DonationFields) -> DonationFields {
        var all = self
        if changes[.donorPerson] != nil || changes[.donorKey] != nil {
            for field in DonationField.ofDonor { all[field] = nil }
            (all[.leg], all[.participation]) = (nil, nil)
        }
        if changes[.recipient] != nil { all[.leg] = nil }
        if changes[.residence] != nil {
            (all[.residenceBasis], all[.residenceCheckedOn]) = (nil, nil)
            all[.checkResident] = nil
        }
        if changes[.channel] != nil { all[.channelName] = nil }
        if changes[.exchange] != nil { all[.leg] = nil }
        for field in DonationField.allCases {
            if let text = changes[field] { all[field] = text }
        }
        return all
    }
}

extension DonationField {
    /// What is said of the donor and of nothing else.
    static let ofDonor: [DonationField] = [
        .donorPerson, .donorKey, .donorName, .donorKind, .ownName, .residence, .residenceBasis,
        .residenceCheckedOn, .employer, .interest, .checkResident, .checkPerson,
        .checkAnnualTotal, .checkGiftWish, .pledge, .consent,
    ]

    /// Texts that name a day.
    static let ofChecks: [DonationField] = [
        .checks, .checkResident, .checkPerson, .checkAnnualTotal, .checkGiftWish,
    ]
}

extension DonationFields: Hashable {
    /// Whatever order the fields were given in.
    package static func == (left: DonationFields, right: DonationFields) -> Bool {
        left.written == right.written && left.unknown == right.unknown
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(written)
    }
}
