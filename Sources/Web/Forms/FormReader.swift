import Hometown

/// 입력 읽기. Reads the members of one JSON object, by their names in the API, into values of the
/// domain. Nothing is judged here. What cannot be read is remembered under its path
/// (`legs[1].donations[0].amount`) and never repeated.
package struct FormReader {
    /// Longer texts are refused where nothing else is said. All texts are counted in code points,
    /// as the tables and JSON Schema count.
    package static let charactersMax = 200
    /// 소감, 비고. Texts that are sentences.
    package static let sentencesMax = 2_000
    /// Links with tracking parameters are long.
    package static let linkMax = 2_000

    let members: JSONObject
    let path: String
    let faults: FormFaults
    /// The Korean day, for dates in words and without a year.
    let today: CivilDate

    /// - Parameter names: of the members there may be; any other is a fault.
    init(
        _ members: JSONObject, names: [String], path: String = "", today: CivilDate,
        faults: FormFaults
    ) {
        self.members = members
        self.path = path
        self.today = today
        self.faults = faults
        for member in members.members where !names.contains(member.name) {
            faults.unknown(path + String(member.name.prefix(FormReader.charactersMax)))
        }
    }

    /// The value of a member; `nil` when absent or null.
    subscript(name: String) -> JSONValue? {
        guard let value = members[name], value != .null else { return nil }
        return value
    }

    func has(_ name: String) -> Bool { self[name] != nil }

    /// Takes the value of a member; remembers that it is missing when it is, or when it holds
    /// nothing, as an empty text does.
    func required<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        let before = faults.found.count
        let value = has(name) ? read(name) : nil
        if value == nil, faults.found.count == before { faults.missing(path + name) }
        return value
    }

    /// A text as it was typed, tidied, out of which a value is read or a hash is made; an empty one
    /// is no value.
    func typed(_ name: String, max: Int = FormReader.charactersMax) -> String? {
        guard let value = self[name] else { return nil }
        guard case .string(let text) = value else {
            faults.malformed(path + name, Bilingual("글", "a text"))
            return nil
        }
        let tidied = text.tidied
        // A character has at least one byte, so most texts need not be counted.
        guard tidied.utf8.count <= max || tidied.unicodeScalars.count <= max else {
            faults.tooLong(path + name, max: max)
            return nil
        }
        return tidied.isEmpty ? nil : tidied
    }

    /// A text that is kept as it was typed, tidied; an empty one is no value.
    func text(
        _ name: String, max: Int = FormReader.charactersMax,
        lines: HiddenCharacter.Lines = .one
    ) -> String? {
        guard let text = typed(name, max: max) else { return nil }
        guard let hidden = HiddenCharacter(in: text, lines: lines) else { return text }
        faults.add(path + name, "value_invalid", hidden.text)
        return nil
    }

    /// A text that must not be empty.
    func requiredText(
        _ name: String, max: Int = FormReader.charactersMax,
        lines: HiddenCharacter.Lines = .one
    ) -> String? {
        required(name) { text($0, max: max, lines: lines) }
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String, _: Value.Type
    ) -> Value? where Value.RawValue == String {
        guard let text = text(name) else { return nil }
        if let value = Value(rawValue: text) { return value }
        faults.invalid(path + name, allowed: Value.allCases.map(\.rawValue))
        return nil
    }

    func flag(_ name: String) -> Bool? {
        guard let value = self[name] else { return nil }
        if case .bool(let flag) = value { return flag }
        faults.invalid(path + name, allowed: ["true", "false"])
        return nil
    }

    /// A whole number from 1 to the type's largest.
    func count<Number: FixedWidthInteger>(_ name: String, _: Number.Type) -> Number? {
        guard let value = self[name] else { return nil }
        guard case .integer(let number) = value, number >= 1 else {
            faults.add(FieldProblem(.numberInvalid(field: path + name)))
            return nil
        }
        if let count = Number(exactly: number) { return count }
        faults.add(
            path + name, Refusal.Code.numberInvalid.rawValue,
            Bilingual(
                "\(Number.max) 이하의 정수로 입력해 주십시오.", "Enter a whole number, \(Number.max) or less."
            ))
        return nil
    }

    /// The objects of an array.
    /// - Parameters:
    ///   - max: of the domain; one more than it is read so that the domain says so itself.
    ///   - names: of the members each of them may have.
    func objects(_ name: String, max: Int, names: [String]) -> [FormReader] {
        objects(name, max: max).map { place, object in
            FormReader(object, names: names, path: place + ".", today: today, faults: faults)
        }
    }

    /// The objects of an array as they are, with their paths.
    func objects(_ name: String, max: Int) -> [(place: String, object: JSONObject)] {
        elements(name, max: max).compactMap { place, element in
            guard case .object(let object) = element else {
                faults.malformed(place, Bilingual("객체", "an object"))
                return nil
            }
            return (place, object)
        }
    }

    /// The elements of an array with their paths.
    func elements(_ name: String, max: Int) -> [(place: String, element: JSONValue)] {
        guard let value = self[name] else { return [] }
        guard case .array(let elements) = value else {
            faults.malformed(path + name, Bilingual("배열", "an array"))
            return []
        }
        guard elements.count <= max else {
            faults.add(FieldProblem(.tooMany(field: path + name, max: max)))
            return []
        }
        return elements.enumerated().map { ("\(path)\(name)[\($0)]", $1) }
    }

    /// One nested object.
    func object(_ name: String, names: [String]) -> FormReader? {
        guard let value = self[name] else { return nil }
        guard case .object(let object) = value else {
            faults.malformed(path + name, Bilingual("객체", "an object"))
            return nil
        }
        return FormReader(
            object, names: names, path: "\(path)\(name).", today: today, faults: faults)
    }
}
