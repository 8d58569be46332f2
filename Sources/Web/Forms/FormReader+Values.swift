import Hometown

extension FormReader {
    func id(_ name: String) -> Identifier? {
        guard let text = text(name) else { return nil }
        if let id = Identifier(text) { return id }
        faults.malformed(path + name, FormReader.idForm)
        return nil
    }

    func ids(_ name: String, max: Int) -> [Identifier] {
        elements(name, max: max).compactMap { place, element in
            if case .string(let text) = element, let id = Identifier(text) { return id }
            faults.malformed(place, FormReader.idForm)
            return nil
        }
    }

    /// A date as people and programs write it; `precision` names the member that may say more
    /// about it, as `date_precision` does beside `signed_on`.
    func date(_ name: String, precision: String? = nil) -> EventDate? {
        guard let text = typed(name) else { return nil }
        guard let date = read(text, name) else { return nil }
        guard let precision, let stated = choice(precision, EventDate.Precision.self),
            stated != date.precision
        else { return date }
        if date.precision == .day, stated == .onOrBefore {
            return EventDate(date.date, precision: .onOrBefore)
        }
        faults.add(
            path + precision, Refusal.Code.dateInvalid.rawValue,
            Bilingual(
                "날짜의 표기와 정밀도가 맞지 않습니다.",
                "The precision does not agree with how the date is written."))
        return nil
    }

    /// A whole day.
    func day(_ name: String) -> CivilDate? {
        guard let text = typed(name), let date = read(text, name) else { return nil }
        if date.precision == .day { return date.date }
        faults.add(
            path + name, Refusal.Code.dateInvalid.rawValue,
            Bilingual("연월일을 모두 쓰십시오.", "Give year, month and day."))
        return nil
    }

    private func read(_ text: String, _ name: String) -> EventDate? {
        switch DateReader(today: today).read(text) {
        case .success(let reading): return reading.date
        case .failure(let problem):
            faults.add(path + name, Refusal.Code.dateInvalid.rawValue, problem.text)
            return nil
        }
    }

    /// `2023-04-10T11:10:00+09:00`.
    func instant(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        if let instant = Instant(text) { return instant }
        faults.malformed(
            path + name,
            Bilingual("2023-04-10T11:10:00+09:00", "written like 2023-04-10T11:10:00+09:00"))
        return nil
    }

    /// An amount as people and programs write it; undisclosed is no value.
    func amount(_ name: String) -> Won? {
        guard let value = self[name] else { return nil }
        guard let text = value.fieldText else {
            faults.add(path + name, Refusal.Code.amountInvalid.rawValue, Refusal.amountInvalid.text)
            return nil
        }
        switch AmountReader.read(text) {
        case .success(.disclosed(let won)): return won
        case .success(.undisclosed): return nil
        case .failure(let problem):
            faults.add(path + name, Refusal.Code.amountInvalid.rawValue, problem.text)
            return nil
        }
    }

    /// `name_ko` and `name_en`: both or neither.
    func bilingual(_ name: String, max: Int = FormReader.charactersMax) -> Bilingual? {
        let sides = ["\(name)_ko", "\(name)_en"]
        guard sides.contains(where: has) else { return nil }
        let texts = sides.map { requiredText($0, max: max) }
        guard let korean = texts[0], let english = texts[1] else { return nil }
        return Bilingual(korean, english)
    }

    func requiredBilingual(_ name: String) -> Bilingual? {
        guard has("\(name)_ko") || has("\(name)_en") else {
            faults.missing("\(path)\(name)_ko")
            return nil
        }
        return bilingual(name)
    }

    /// SHA-256 in hexadecimal.
    func sha256(_ name: String) -> [UInt8]? {
        guard let text = text(name) else { return nil }
        if let bytes = Hexadecimal.bytes(text), bytes.count == 32 { return bytes }
        faults.malformed(
            path + name, Bilingual("십육진수 64자리", "64 hexadecimal digits"))
        return nil
    }

    /// An address of the web; it is kept and never fetched.
    func link(_ name: String) -> String? {
        guard let text = text(name, max: FormReader.linkMax) else { return nil }
        if text.hasPrefix("https://") || text.hasPrefix("http://"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        {
            return text
        }
        faults.malformed(path + name, Bilingual("https:// 주소", "an https:// address in ASCII"))
        return nil
    }

    /// A government by its code or its name; an object as answers show it will do.
    func government(_ name: String) -> String? {
        guard case .object? = self[name] else { return text(name) }
        let form = object(name, names: ["code", "name", "full_name"])
        return form?.text("code") ?? form?.text("name") ?? form?.text("full_name")
    }

    private static let idForm = Bilingual("식별자(UUID)", "an identifier (UUID)")
}

extension JSONValue {
    /// A scalar as the text of a form's field; `nil` for null, arrays and objects.
    var fieldText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .integer(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
