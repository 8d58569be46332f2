import Hometown
package import HummingbirdCore

/// The query of an address, read strictly: UTF-8 or nothing, each parameter once.
package struct Query: Sendable {
    /// More than any list has filters.
    package static let parametersMax = 32

    private var values: [(name: String, value: String)] = []

    /// - Throws: `Problem` 400 for bytes that are no UTF-8, for NUL and for doubled parameters.
    package init(of request: Request) throws(Problem) {
        guard let text = request.uri.query, !text.isEmpty else { return }
        for part in text.split(separator: "&") {
            let sides = part.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentText.decode(sides[0].utf8),
                let value = PercentText.decode((sides.count > 1 ? sides[1] : "").utf8)
            else { throw Problem(.invalidUTF8, Query.percentText) }
            // No column of the database can be held against it.
            guard !value.utf8.contains(0) else {
                throw Query.invalid(name, "unreadable", Query.unreadable)
            }
            guard !values.contains(where: { $0.name == name }),
                values.count < Query.parametersMax
            else { throw Query.invalid(name, "doubled", Query.once) }
            values.append((name, value))
        }
    }

    /// The same from texts that stand by themselves, as a command's options do.
    package init(_ values: [(name: String, value: String)]) {
        self.values = values
    }

    /// As they were sent.
    var all: [(name: String, value: String)] { values }

    /// The first parameter that is one of `names`.
    func first(of names: Set<String>) -> String? {
        values.first { names.contains($0.name) }?.name
    }

    package subscript(name: String) -> String? {
        values.first { $0.name == name }?.value
    }

    /// - Returns: `nil` when the parameter is absent.
    /// - Throws: `Problem` 400 when `read` makes nothing of it.
    package func value<Value>(
        _ name: String, _ read: (String) -> Value?
    ) throws(Problem) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = read(text) else {
            throw Query.invalid(name, "unreadable", Query.unreadable)
        }
        return value
    }

    /// 예·아니요. `true` or `1`, `false` or `0`; a parameter that is absent says no.
    /// - Throws: `Problem` 400 for any other text: what only looks like a trial is none.
    package func flag(_ name: String) throws(Problem) -> Bool {
        switch self[name] {
        case "true", "1": return true
        case nil, "false", "0": return false
        default: throw Query.invalid(name, "unreadable", Query.noFlag)
        }
    }

    /// - Throws: `Problem` 400 for a parameter that is none of `names`: a filter that is
    ///   misspelt must not silently select everything.
    package func allow(_ names: Set<String>) throws(Problem) {
        for (name, _) in values where !names.contains(name) {
            throw Query.invalid(name, "unknown", Query.unknown)
        }
    }

    static func invalid(_ name: String, _ code: String, _ text: Bilingual) -> Problem {
        Problem(.invalidParameter, text, errors: [.init(name, code, text)])
    }

    private static let percentText = Bilingual(
        "주소의 % 표기를 UTF-8로 쓰십시오.", "Percent-encode the address in UTF-8.")
    private static let once = Bilingual(
        "같은 조건은 한 번만 쓸 수 있습니다.", "A parameter may stand only once.")
    /// What is said where nothing more is known of a value.
    static let unreadable = Bilingual(
        "값을 읽을 수 없습니다. /openapi.json의 형식을 보십시오.",
        "The value cannot be read. Its form is in /openapi.json.")
    private static let noFlag = Bilingual(
        "true(또는 1)나 false(또는 0)로 쓰십시오.", "Write true (or 1) or false (or 0).")
    private static let unknown = Bilingual(
        "모르는 조건입니다. /openapi.json의 목록을 보십시오.",
        "There is no such parameter. /openapi.json lists them.")
}
