package import Hometown

/// 점검 결과. What a check of the ledger found, as its run keeps it.
package struct RunFinding: Hashable, Sendable {
    /// What is wrong first, in a stable word; `nil` when nothing is.
    package let fault: String?
    /// The same for people, or what was looked at.
    package let text: Bilingual
    /// What was counted, by name.
    package var figures: [String: Int64] = [:]
    /// What was found, a line each.
    package var items: [String] = []
    /// The line that the access log keeps of it; `nil` for a check that it says nothing of.
    var accessLine: String?

    init(fault: String?, text: Bilingual) {
        self.fault = fault
        self.text = text
    }

    /// `nil` for what a run made that is no check.
    init?(parsing bytes: [UInt8]) throws {
        let value = try CanonicalValue(parsing: bytes)
        guard let found = value["finding"], let korean = found["ko"]?.text,
            let english = found["en"]?.text
        else { return nil }
        self.init(fault: found["fault"]?.text, text: Bilingual(korean, english))
        if case .object(let figures)? = found["figures"] {
            self.figures = figures.compactMapValues(\.number)
        }
        if case .array(let items)? = found["items"] { self.items = items.compactMap(\.text) }
    }

    var bytes: [UInt8] {
        CanonicalValue.object([
            "finding": .members([
                "fault": .text(fault), "ko": .string(text.korean), "en": .string(text.english),
                "figures": .object(figures.mapValues { .integer($0) }),
                "items": .array(items.map { .string($0) }),
            ])
        ]).bytes
    }
}
