package import Hometown

/// 심부름. A request that adds no entry, under its caller's id: what it asks for, and how its effect
/// is told. Its answer is kept in the transaction of the effect, so that it happens once.
package struct Errand<Effect: Sendable>: Sendable {
    let request: Request
    let content: CanonicalValue
    let tell: @Sendable (Effect, Instant) throws -> KeptAnswer

    /// - Parameters:
    ///   - content: everything that is asked for, for the fingerprint.
    ///   - tell: is called within the transaction, with the database's clock.
    package init(
        _ request: Request, asking content: CanonicalValue,
        tell: @escaping @Sendable (Effect, Instant) throws -> KeptAnswer
    ) {
        self.request = request
        self.content = content
        self.tell = tell
    }
}

/// Why an errand is not run.
package enum ErrandStop: Error, Hashable {
    /// It was run before.
    case answered(KeptAnswer)
    /// The caller's id was used for something else.
    case keyReused
    /// The same errand is being run right now.
    case inFlight
}
