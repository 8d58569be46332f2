package import Hometown

extension GovernmentRegistry {
    /// The one government a code or a name means, in force or not; `nil` for none and for several.
    package func meant(by text: String, on day: CivilDate) -> Government? {
        switch resolve(text, on: day) {
        case .one(let government), .notInForce(let government, _): government
        case .ambiguous, .unknown: nil
        }
    }
}

extension Query {
    /// The government that a parameter means, by its code or its name.
    /// - Returns: `nil` when the parameter is absent.
    /// - Throws: `Problem` 400 for none and for several, with those that may be meant.
    func government(
        _ parameter: String, _ governments: GovernmentRegistry, on day: CivilDate
    ) throws(Problem) -> Government? {
        guard let text = self[parameter] else { return nil }
        let name = String(
            ResidentNumber.redacting(text.tidied).prefix(FormReader.charactersMax))
        let refusal: Refusal
        switch governments.resolve(text, on: day) {
        case .one(let government), .notInForce(let government, _): return government
        case .ambiguous(let candidates):
            refusal = .governmentNameAmbiguous(
                field: parameter, name: name, candidates: candidates.map(governments.fullName))
        case .unknown(let suggestions):
            refusal = .governmentUnknown(
                field: parameter, name: name, suggestions: suggestions.map(governments.fullName))
        }
        throw Query.invalid(parameter, "unreadable", refusal.text)
    }
}
