import Hometown

/// 양식의 속. The fields of a form as the JSON object that the API would be sent: names are paths,
/// `legs[0].donations[1].amount`, so that one reader serves both and says of both what is wrong
/// where. Empty fields are left out, and so are rows in which nothing stands.
package struct PostedObject: Sendable {
    /// How the texts of some fields are meant.
    package struct Shape: Sendable {
        /// Whole numbers, by the last name of their paths.
        package var numbers: Set<String> = []
        /// Boxes that were ticked, by their paths without numbers of rows: `origin` is another
        /// thing of a run than of its donations.
        package var flags: Set<String> = []
        /// What each row of a list has although nobody typed it: `legs.donations` has an `origin`.
        package var constants: [String: [(name: String, value: String)]] = [:]

        package init() {}
    }

    /// Rows of a list; more are read no further than this.
    static let rowsMax = 1_000
    /// Lists within lists within the form.
    static let depthMax = 8

    package let object: JSONObject
    /// Where rows stand in the form whose number in the object is another: rows left out move those
    /// after them up.
    private let places: [String: String]

    /// - Parameter names: of the fields at the top that are the API's; others are not read.
    package init(_ form: PostedForm, names: Set<String>, shape: Shape = Shape()) {
        var root = Node()
        for (path, value) in form.fields {
            let steps = Step.steps(of: path)
            guard case .name(let first)? = steps.first, names.contains(first),
                steps.count <= PostedObject.depthMax, !value.tidied.isEmpty
            else { continue }
            root.put(value, at: steps[...])
        }
        var places: [String: String] = [:]
        object = root.object(shape, at: ("", "", ""), &places)
        self.places = places
    }

    /// Whether the rows that a field's name counts are such as a list of ours may have.
    static func takes(_ name: String) -> Bool {
        !name.utf8.contains(UInt8(ascii: "[")) || !Step.steps(of: name).isEmpty
    }

    /// Where in the form a fault of the object is to be shown.
    package func place(of path: String) -> String {
        var end = path.endIndex
        while let bracket = path[..<end].lastIndex(of: "]") {
            if let place = places[String(path[...bracket])] {
                return place + path[path.index(after: bracket)...]
            }
            end = bracket
        }
        return path
    }

    private enum Step: Hashable {
        case name(String)
        case row(Int)

        /// Nothing for what is no path.
        static func steps(of path: String) -> [Step] {
            var steps: [Step] = []
            for part in path.split(separator: ".", omittingEmptySubsequences: false) {
                var rows = part.split(separator: "[", omittingEmptySubsequences: false)[...]
                guard let name = rows.popFirst(), !name.isEmpty else { return [] }
                steps.append(.name(String(name)))
                for row in rows {
                    guard row.hasSuffix("]"), let number = Int(row.dropLast()),
                        (0..<PostedObject.rowsMax).contains(number)
                    else { return [] }
                    steps.append(.row(number))
                }
            }
            return steps
        }
    }

    private struct Node {
        var text: String?
        /// In the order in which they first came.
        var members: [(name: String, node: Node)] = []
        var rows: [Int: Node] = [:]

        mutating func put(_ value: String, at steps: ArraySlice<Step>) {
            switch steps.first {
            case nil: text = text ?? value
            case .row(let row): rows[row, default: Node()].put(value, at: steps.dropFirst())
            case .name(let name):
                if let index = members.firstIndex(where: { $0.name == name }) {
                    members[index].node.put(value, at: steps.dropFirst())
                } else {
                    var node = Node()
                    node.put(value, at: steps.dropFirst())
                    members.append((name, node))
                }
            }
        }

        /// - Parameter paths: in the object, in the form, and without numbers of rows.
        func object(
            _ shape: Shape, at paths: (object: String, form: String, kind: String),
            _ places: inout [String: String]
        ) -> JSONObject {
            var object = JSONObject()
            for (name, node) in members {
                let dot = paths.kind.isEmpty ? "" : "."
                object.append(
                    name,
                    node.value(
                        named: name, shape,
                        at: (
                            paths.object + dot + name, paths.form + dot + name,
                            paths.kind + dot + name
                        ), &places))
            }
            for constant in shape.constants[paths.kind] ?? [] where object[constant.name] == nil {
                object.append(constant.name, .string(constant.value))
            }
            return object
        }

        private func value(
            named name: String, _ shape: Shape,
            at paths: (object: String, form: String, kind: String),
            _ places: inout [String: String]
        ) -> JSONValue {
            if let text {
                if shape.flags.contains(paths.kind) { return .bool(true) }
                if shape.numbers.contains(name), let number = Int64(text.tidied) {
                    return .integer(number)
                }
                return .string(text)
            }
            guard !rows.isEmpty else { return .object(object(shape, at: paths, &places)) }
            var elements: [JSONValue] = []
            for (row, node) in rows.sorted(by: { $0.key < $1.key }) {
                let inside = (
                    "\(paths.object)[\(elements.count)]", "\(paths.form)[\(row)]", paths.kind
                )
                if inside.0 != inside.1 { places[inside.0] = inside.1 }
                elements.append(node.value(named: name, shape, at: inside, &places))
            }
            return .array(elements)
        }
    }
}
