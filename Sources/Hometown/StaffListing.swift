/// 직원별·부서별 명단. What would list, rank or filter donors by employee or department: never answered,
/// and never taken for a misspelt filter (Act, Art. 6).
package enum StaffListing {
    /// Of parameters, and of keys in a search.
    package static let names: Set<String> = [
        "department", "donor_employer", "employee", "employer", "group_by", "office", "rank",
        "rank_by", "recommended_by", "recruiter", "sort_by_employee", "staff", "team",
    ]
}
