package import Hometown

/// Which agreements to list. Everything that is `nil` does not matter.
package struct AgreementFilter: Hashable, Sendable {
    package var id: Identifier?
    /// Any of these units is a party: a government under all its names.
    package var units: [Int16]?
    /// In the name of a field of cooperation, in either language.
    package var field: String?
    /// The year of signing.
    package var year: Int?
    package var kind: AgreementDraft.Kind?

    package init(
        id: Identifier? = nil, units: [Int16]? = nil, field: String? = nil, year: Int? = nil,
        kind: AgreementDraft.Kind? = nil
    ) {
        self.id = id
        self.units = units
        self.field = field
        self.year = year
        self.kind = kind
    }
}
