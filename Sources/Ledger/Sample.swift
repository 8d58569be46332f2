import Hometown

/// 표본 장부. The facts of the sample on their way into the ledger: its local ids beside the ids that
/// the ledger gave. What has no id yet cannot be named, so things are recorded in order.
struct Sample {
    /// Whose the keys of its requests are: no author has the id of zeros.
    static let owner = Identifier(high: 0, low: 0)

    let facts: SampleFacts
    private(set) var ids: [String: Identifier] = [:]

    init(_ facts: SampleFacts) {
        self.facts = facts
    }

    mutating func name(_ local: String, _ id: Identifier) {
        ids[local] = id
    }

    /// - Throws: `SampleError.malformed` when the file names something before it is recorded.
    func id(_ local: String) throws -> Identifier {
        guard let id = ids[local] else { throw SampleError.malformed(local) }
        return id
    }

    func claims(
        _ claims: [SampleFacts.Claim], attribute: String? = nil, value: String? = nil
    ) throws -> [ClaimDraft] {
        try claims.map {
            ClaimDraft(
                source: try id($0.source), quote: $0.quote, attribute: attribute, value: value)
        }
    }

    static func day(_ day: SampleFacts.Day) throws -> EventDate {
        try read(day.date) { text in
            EventDate.Precision(rawValue: day.precision).flatMap { EventDate(text, precision: $0) }
        }
    }

    /// Reads a value of the file.
    /// - Throws: `SampleError.malformed` with the text when it is none.
    static func read<Value>(_ text: String, _ value: (String) -> Value?) throws -> Value {
        guard let value = value(text) else { throw SampleError.malformed(text) }
        return value
    }

    /// Both languages or neither.
    static func bilingual(_ korean: String?, _ english: String?) -> Bilingual? {
        guard let korean, let english else { return nil }
        return Bilingual(korean, english)
    }
}

/// What became of loading the sample.
package struct SampleReport: Hashable, Sendable {
    /// Requests that were new.
    package internal(set) var recorded = 0
    /// Requests that the ledger had answered before.
    package internal(set) var replayed = 0

    package init() {}
}

/// Why the sample could not be loaded.
package enum SampleError: Error, Hashable {
    /// The file that the binary carries has this text where none such may stand.
    case malformed(String)
    /// The ledger did not take this thing of the sample.
    case answered(id: String, Answer)
}
