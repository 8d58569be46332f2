@testable import Web

/// Holds a JSON value against a schema of the OpenAPI document: types, words, members, references
/// and alternatives, which is all that its schemas use of JSON Schema 2020-12.
struct SchemaCheck {
    let schemas: JSONObject

    /// - Returns: the paths at which the value is not what the schema says, each with why.
    func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") -> [String] {
        guard case .object(let rules) = schema else { return ["\(path): no schema"] }
        if let name = rules["$ref"]?.string?.split(separator: "/").last {
            guard let named = schemas[String(name)] else { return ["\(path): no \(name)"] }
            return faults(value, named, at: path)
        }
        if case .array(let choices)? = rules["anyOf"] {
            let fits = choices.contains { faults(value, $0, at: path).isEmpty }
            return fits ? [] : ["\(path): fits no alternative"]
        }
        var found: [String] = []
        if let type = rules["type"], !SchemaCheck.fits(value, type) {
            found.append("\(path): not of type \(type)")
        }
        if case .array(let words)? = rules["enum"], !words.contains(value) {
            found.append("\(path): none of the words")
        }
        switch value {
        case .object(let object): found += members(object, rules, at: path)
        case .array(let elements):
            guard let items = rules["items"] else { break }
            for (index, element) in elements.enumerated() {
                found += faults(element, items, at: "\(path)[\(index)]")
            }
        default: break
        }
        return found
    }

    private func members(
        _ object: JSONObject, _ rules: JSONObject, at path: String
    ) -> [String] {
        var found: [String] = []
        if case .array(let required)? = rules["required"] {
            for case .string(let name) in required where object[name] == nil {
                found.append("\(path).\(name): missing")
            }
        }
        guard case .object(let properties)? = rules["properties"] else { return found }
        for member in object.members {
            if let rule = properties[member.name] {
                found += faults(member.value, rule, at: "\(path).\(member.name)")
            } else {
                found.append("\(path).\(member.name): not in the document")
            }
        }
        return found
    }

    private static func fits(_ value: JSONValue, _ type: JSONValue) -> Bool {
        switch type {
        case .array(let types): types.contains { fits(value, $0) }
        case .string(let name):
            switch value {
            case .null: name == "null"
            case .bool: name == "boolean"
            case .integer: name == "integer" || name == "number"
            case .number: name == "number"
            case .string: name == "string"
            case .array: name == "array"
            case .object: name == "object"
            }
        default: false
        }
    }
}
