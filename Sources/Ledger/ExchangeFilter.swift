package import Hometown

/// Which exchanges to list. Everything that is `nil` does not matter.
package struct ExchangeFilter: Hashable, Sendable {
    package var id: Identifier?
    /// Any of these units gives or receives along a leg: a government under all its names.
    package var units: [Int16]?
    package var agreement: Identifier?
    package var state: Reciprocity.State?

    package init(
        id: Identifier? = nil, units: [Int16]? = nil, agreement: Identifier? = nil,
        state: Reciprocity.State? = nil
    ) {
        self.id = id
        self.units = units
        self.agreement = agreement
        self.state = state
    }
}
