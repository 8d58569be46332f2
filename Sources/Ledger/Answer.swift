package import Hometown

/// 답. What came of a writing request. A refusal is a value; failures are thrown.
package enum Answer: Hashable, Sendable {
    /// Durable, now.
    case recorded(Receipt)
    /// The same request was recorded before; this is its first answer.
    case replayed(Receipt)
    /// Nothing was recorded. The first is the main reason.
    case refused([Refusal])
    /// The caller's id was used for something else.
    case keyReused
    /// The same request is being worked on right now.
    case inFlight

    package var receipt: Receipt? {
        switch self {
        case .recorded(let receipt), .replayed(let receipt): receipt
        case .refused, .keyReused, .inFlight: nil
        }
    }

    /// Whether its id was claimed before.
    var isOfKnownKey: Bool {
        switch self {
        case .replayed, .keyReused, .inFlight: true
        case .recorded, .refused: false
        }
    }
}

extension ReadReplays.Row {
    /// What the caller of a request that was recorded before is told.
    /// - Parameter fingerprint: of what is asked now.
    /// - Throws: as ``Receipt`` does, when the stored bytes are no entry.
    func answer(to fingerprint: Identifier) throws -> Answer {
        guard self.fingerprint == fingerprint else { return .keyReused }
        return .replayed(try Receipt(entry))
    }
}
