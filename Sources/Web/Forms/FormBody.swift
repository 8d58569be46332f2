package import Hometown
import Transparency

/// 본문. A JSON object on its way to a draft. One that holds a resident number anywhere goes no
/// further: nothing of it is kept, logged or repeated but the names of the members.
package struct FormBody: Sendable {
    package let object: JSONObject

    /// - Throws: `Problem` 400 for what is no JSON object, 422 for a resident number.
    package init(_ bytes: [UInt8]) throws(Problem) {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw Problem(error)
        }
        guard case .object(let object) = value else {
            throw Problem(
                .invalidFields,
                Bilingual("본문은 JSON 객체 하나여야 합니다.", "The body must be one JSON object."))
        }
        try self.init(object: object)
    }

    /// - Throws: `Problem` 422 for a resident number.
    package init(object: JSONObject) throws(Problem) {
        guard !object.holdsResidentNumber else {
            let found = object.residentNumbers()
            throw Problem(found.map { Refusal.residentNumberPresent(fields: [$0]) })
        }
        self.object = object
    }

    /// An object of texts, as options of a command make it; what is absent is left out.
    /// - Throws: `Problem` 422 for a resident number.
    package init(fields: KeyValuePairs<String, String?>) throws(Problem) {
        var writer = JSONWriter()
        writer.object { writer in
            for case (let name, let text?) in fields { writer.field(name, text) }
        }
        try self.init(writer.bytes)
    }

    /// Reads the members into a draft.
    /// - Parameters:
    ///   - names: of the members there may be.
    ///   - today: the Korean day, for dates in words.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package func draft<Draft>(
        _ names: [String], today: CivilDate, _ read: (FormReader) -> Draft?
    ) throws(Problem) -> Draft {
        let faults = FormFaults()
        let form = FormReader(object, names: names, today: today, faults: faults)
        let draft = read(form)
        guard faults.found.isEmpty, let draft else { throw Problem(faults.found) }
        return draft
    }
}

extension JSONObject {
    /// Asked of every body; where the numbers are is asked only of one that holds some.
    var holdsResidentNumber: Bool {
        members.contains { ResidentNumber.isPresent(in: $0.name) || $0.value.holdsResidentNumber }
    }

    /// Of a name in a path: a long one would be repeated with everything below it.
    private static let nameCharactersMax = 100

    /// The paths of all members that hold a resident number, at most `FormFaults.foundMax`.
    func residentNumbers(at path: String = "") -> [String] {
        var found: [String] = []
        for member in members where found.count < FormFaults.foundMax {
            let name = ResidentNumber.redacting(member.name)
            let place = path + String(name.prefix(JSONObject.nameCharactersMax))
            if ResidentNumber.isPresent(in: member.name) {
                found.append(place)
            } else {
                found += member.value.residentNumbers(at: place)
            }
        }
        return Array(found.prefix(FormFaults.foundMax))
    }
}

extension JSONValue {
    fileprivate var holdsResidentNumber: Bool {
        switch self {
        case .null, .bool: false
        case .integer(let number): ResidentNumber.isSent(in: String(number))
        case .number(let text), .string(let text): ResidentNumber.isSent(in: text)
        case .array(let elements): elements.contains(where: \.holdsResidentNumber)
        case .object(let object): object.holdsResidentNumber
        }
    }

    fileprivate func residentNumbers(at path: String) -> [String] {
        switch self {
        case .null, .bool, .integer, .number, .string: holdsResidentNumber ? [path] : []
        case .array(let elements): JSONValue.residentNumbers(in: elements, at: path)
        case .object(let object): object.residentNumbers(at: path + ".")
        }
    }

    private static func residentNumbers(in elements: [JSONValue], at path: String) -> [String] {
        var found: [String] = []
        for (index, element) in elements.enumerated() where found.count < FormFaults.foundMax {
            found += element.residentNumbers(at: "\(path)[\(index)]")
        }
        return Array(found.prefix(FormFaults.foundMax))
    }
}

extension ResidentNumber {
    /// Whether a text that was sent holds one. Thirteen digits in a row stand by chance in one hash
    /// of some thousands; whoever writes exactly a SHA-256 in hexadecimal writes no number.
    static func isSent(in text: String) -> Bool {
        text.utf8.count >= 13 && isPresent(in: text)
            && !Hexadecimal.isText(text, of: Hash256.byteCount)
    }
}
