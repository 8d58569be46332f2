package import Hometown

/// 기부 입력 양식. A donation as a JSON object: the fields under their names, flat as in a list, or
/// nested as answers show them (`donor.key` is `donor_key`). Numbers and flags may stand as such,
/// where the field is one.
/// The one form on the hot path: it walks the members once.
package enum DonationForm {
    /// Members beside the fields.
    private static let further = ["donor", "gift", "claims"]

    private static let fields = Dictionary(
        uniqueKeysWithValues: DonationField.allCases.map { ($0.rawValue, $0) })
    private static let donor: [(String, DonationField)] = [
        ("person", .donorPerson), ("key", .donorKey), ("name", .donorName), ("kind", .donorKind),
        ("own_name", .ownName), ("interest", .interest),
    ]
    private static let gift: [(String, DonationField)] = [
        ("kind", .giftKind), ("value", .giftValue), ("wanted", .giftWanted),
    ]
    private static let checks: [(String, DonationField)] = [
        ("all", .checks), ("resident", .checkResident), ("person", .checkPerson),
        ("annual_total", .checkAnnualTotal), ("gift_wish", .checkGiftWish),
        ("pledge", .pledge), ("consent", .consent),
    ]
    /// Of one check, in the order in which its text has them.
    private static let check = ["result", "basis", "on"]
    private static let residence: [(String, DonationField)] = [
        ("code", .residence), ("basis", .residenceBasis), ("checked_on", .residenceCheckedOn),
    ]
    private static let recipient: [(String, DonationField)] = [
        ("code", .recipient), ("name", .recipient), ("full_name", .recipient),
    ]

    /// - Parameters:
    ///   - today: the Korean day, for dates in words and without a year.
    ///   - keyed: turns the caller's key of a donor into an opaque reference.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> DonationDraft {
        let faults = FormFaults()
        let draft = draft(body.object, path: "", today: today, keyed: keyed, faults: faults)
        guard faults.found.isEmpty, let draft else { throw Problem(faults.found) }
        return draft
    }

    /// - Returns: `nil` after faults were found.
    static func draft(
        _ object: JSONObject, path: String, today: CivilDate, keyed: (String) -> Identifier,
        faults: FormFaults
    ) -> DonationDraft? {
        var form = Filling(path: path, faults: faults)
        let claims = fill(&form, from: object)
        switch form.fields.draft(today: today, keyed: keyed) {
        case .problems(let problems):
            let told = Set(faults.found.map(\.field))
            for problem in problems where !told.contains(path + problem.field) {
                faults.add(path + problem.field, problem.code, problem.text)
            }
            return nil
        case .draft(let read):
            guard let claims else { return read }
            var draft = read
            let reader = FormReader(
                JSONObject([.init(name: "claims", value: .array(claims))]), names: ["claims"],
                path: path, today: today, faults: faults)
            draft.claims = ClaimForm.claims(of: reader)
            return draft
        }
    }

    /// The fields of an object that brings only some of them: what a correction changes.
    static func fields(
        _ object: JSONObject, path: String, faults: FormFaults
    ) -> DonationFields {
        var form = Filling(path: path, faults: faults)
        if fill(&form, from: object) != nil { faults.unknown(path + "claims") }
        return form.fields
    }

    /// - Returns: the claims, which are no fields.
    private static func fill(_ form: inout Filling, from object: JSONObject) -> [JSONValue]? {
        let (path, faults) = (form.path, form.faults)
        var claims: [JSONValue]?
        for member in object.members {
            switch (member.name, member.value) {
            case (_, .null): break
            case ("donor", .object(let donor)): form.put(donor, "donor", Self.donor)
            case ("residence", .object(let place)): form.put(place, "residence", residence)
            case ("recipient", .object(let unit)): form.putFirst(unit, "recipient", recipient)
            case ("gift", .object(let gift)): form.put(gift, "gift", Self.gift)
            case ("checks", .object(let checks)): form.put(checks: checks)
            case ("claims", .array(let all)): claims = all
            case (let name, let value):
                if let field = fields[name] {
                    form.put(value, field, at: name)
                } else if further.contains(name) {
                    faults.malformed(path + name, Bilingual("객체나 배열", "an object or array"))
                } else {
                    faults.unknown(path + String(name.prefix(DonationField.charactersMax)))
                }
            }
        }
        return claims
    }

    /// The fields so far. A field that is given twice, flat and nested, is a fault.
    private struct Filling {
        let path: String
        let faults: FormFaults
        var fields = DonationFields()

        mutating func put(
            _ value: JSONValue, _ field: DonationField, at name: @autoclosure () -> String
        ) {
            guard field.takes(value), let text = value.fieldText else {
                guard value != .null else { return }
                return faults.malformed(path + name(), Bilingual("글", "a text"))
            }
            guard fields[field] == nil else {
                return faults.add(
                    path + name(), "value_invalid",
                    Bilingual("같은 항목이 두 번 있습니다.", "The same field stands twice."))
            }
            fields[field] = text
        }

        mutating func put(
            _ object: JSONObject, _ name: String, _ members: [(String, DonationField)]
        ) {
            for member in object.members {
                if let field = members.first(where: { $0.0 == member.name })?.1 {
                    put(member.value, field, at: "\(name).\(member.name)")
                } else {
                    refuse("\(name).\(member.name)")
                }
            }
        }

        private func refuse(_ place: String) {
            faults.unknown(path + String(place.prefix(DonationField.charactersMax)))
        }

        /// A check is a text or an object; the object's parts make the text.
        mutating func put(checks object: JSONObject) {
            let members = object.members.map { member in
                guard case .object(let parts) = member.value else { return member }
                for part in parts.members where !check.contains(part.name) {
                    refuse("checks.\(member.name).\(part.name)")
                }
                let texts = check.compactMap { parts[$0]?.fieldText }
                return .init(name: member.name, value: .string(texts.joined(separator: " ")))
            }
            put(JSONObject(members), "checks", checks)
        }

        /// Of several members that say the same the first is taken.
        mutating func putFirst(
            _ object: JSONObject, _ name: String, _ members: [(String, DonationField)]
        ) {
            for member in object.members where !members.contains(where: { $0.0 == member.name }) {
                refuse("\(name).\(member.name)")
            }
            for (member, field) in members {
                guard let value = object[member], value != .null else { continue }
                return put(value, field, at: "\(name).\(member)")
            }
        }
    }
}

extension DonationField {
    /// Whether a value of JSON can be one of the field's: a fraction is no day, and a flag no name.
    fileprivate func takes(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.ownName, .bool), (.interest, .bool), (.giftWanted, .bool), (.consent, .bool): true
        case (_, .bool): false
        case (.amount, .number), (.giftValue, .number): true
        case (_, .number): false
        case (.donorName, .integer), (.channelName, .integer), (.employer, .integer): false
        default: true
        }
    }
}
