import Hometown

/// A refusal on its way out of a transaction, which it undoes.
struct Refused: Error {
    let refusals: [Refusal]

    init(_ refusals: [Refusal]) {
        self.refusals = refusals
    }

    /// What stands against one part of a request.
    init(_ refusals: [Refusal], of part: Refusal.Part, _ index: Int) {
        self.refusals = refusals.map { .part(part, index: index, $0) }
    }

    /// What stopped one part of a request, with its place; any other error as it is.
    static func naming(
        _ part: Refusal.Part, _ index: Int, _ error: any Error
    ) -> any Error {
        if let refused = error as? Refused { return Refused(refused.refusals, of: part, index) }
        guard let refusal = Refusal(constraintOf: error) else { return error }
        return Refused([refusal], of: part, index)
    }
}
