import Hometown
import Metrics

/// Such a question is refused by its name, counted, and written down with whoever asked it.
extension StaffListing {
    /// Counts the question and says no.
    /// - Parameter name: of the parameter that asks it.
    static func refusal(_ name: String) -> Problem {
        let refusal = Refusal.staffListingForbidden(field: name)
        Counter(
            label: "pumasi_refusals_total", dimensions: [("code", refusal.code.rawValue)]
        ).increment()
        return Problem([refusal])
    }
}

extension Problem {
    /// Whether somebody known asked for what he may not have: donors by employee or department, or
    /// what another role does.
    var isDenial: Bool {
        kind == .forbidden
            || errors.contains { $0.code == Refusal.Code.staffListingForbidden.rawValue }
    }
}
