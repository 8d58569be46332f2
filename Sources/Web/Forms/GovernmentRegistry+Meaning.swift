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
