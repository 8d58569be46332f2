import Hometown
import Web

/// 항목의 말. In which vocabulary each member of a document speaks, so that people read words where
/// the document has codes.
struct FieldWords: Sendable {
    private let vocabularies: [String: any Vocabulary.Type]

    /// - Parameter vocabularies: by the path of a member without its places in lists, or by the end
    ///   of such paths; of two that fit the longer one counts.
    init(_ vocabularies: [String: any Vocabulary.Type] = [:]) {
        self.vocabularies = vocabularies
    }

    /// The same with further members, which count where both name one.
    func adding(_ more: [String: any Vocabulary.Type]) -> FieldWords {
        var all = vocabularies
        for (name, vocabulary) in more { all[name] = vocabulary }
        return FieldWords(all)
    }

    /// A line for each member that says anything: its path and what it is.
    func table(of documents: [JSONValue], in language: Language) -> TextTable {
        var table = TextTable([("항목", "FIELD"), ("값", "VALUE")], in: language)
        for (path, value) in documents.flatMap({ $0.lines() }) {
            table.add([path, value.shown], said: ["VALUE": title(of: value, at: path)])
        }
        return table
    }

    private func title(of value: JSONValue, at path: String) -> Bilingual? {
        let name = FieldWords.name(path)
        return switch value {
        case .bool(let flag): name.last == "is_on" ? OnOff(flag).title : YesNo(flag).title
        case .string(let text): vocabulary(name)?.title(of: text)
        default: nil
        }
    }

    private func vocabulary(_ name: [String]) -> (any Vocabulary.Type)? {
        for start in name.indices {
            let found = vocabularies[name[start...].joined(separator: ".")]
            if let found { return found }
        }
        return nil
    }

    /// `corrections[0].action` without its places in lists.
    private static func name(_ path: String) -> [String] {
        path.split(separator: ".").map { String($0.prefix(while: { $0 != "[" })) }
    }
}

extension JSONValue {
    /// Every scalar with its path; what is null or empty is left out.
    fileprivate func lines(at path: String = "") -> [(path: String, value: JSONValue)] {
        switch self {
        case .null: []
        case .bool, .integer, .number, .string: [(path, self)]
        case .array(let elements):
            elements.enumerated().flatMap { $1.lines(at: "\(path)[\($0)]") }
        case .object(let object):
            object.members.flatMap {
                $0.value.lines(at: path.isEmpty ? $0.name : "\(path).\($0.name)")
            }
        }
    }

    /// A scalar as programs read it.
    fileprivate var shown: String {
        switch self {
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let text), .string(let text): text
        case .null, .array, .object: ""
        }
    }
}
