import Hometown
import Metrics

/// 직원별·부서별 명단. What would list, rank or filter donors by employee or department. Such a question
/// is refused by its name and counted (Act, Art. 6), never answered as a misspelt filter.
enum StaffListing {
    static let names: Set<String> = [
        "department", "donor_employer", "employee", "employer", "group_by", "office", "rank",
        "rank_by", "recommended_by", "recruiter", "sort_by_employee", "staff", "team",
    ]

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
