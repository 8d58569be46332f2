package import Hometown

/// 지정기부 사업 입력 양식. A project as a JSON object.
package enum ProjectForm {
    static let names = [
        "name_ko", "name_en", "government", "purpose", "open_from", "open_to", "goal",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> ProjectDraft {
        try body.draft(names, today: today) { form in
            let name = form.requiredBilingual("name")
            let government = form.required("government", form.government)
            let purpose = form.required("purpose", form.purpose)
            let openFrom = form.required("open_from", form.day)
            let (openTo, goal) = (form.day("open_to"), form.amount("goal"))
            guard let name, let government, let purpose, let openFrom else { return nil }
            return ProjectDraft(
                name: name, government: government, purpose: purpose, openFrom: openFrom,
                openTo: openTo, goal: goal)
        }
    }
}

/// 종료 입력 양식. When a project, a declared interest, an office or a bar is over, and why.
package enum EndingForm {
    static let names = ["ends_on", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> EndingDraft {
        try body.draft(names, today: today) { form in
            let endsOn = form.required("ends_on", form.day)
            let reason = form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
            guard let endsOn, let reason else { return nil }
            return EndingDraft(endsOn: endsOn, reason: reason)
        }
    }
}

extension FormReader {
    /// As the tables hold them.
    package static let reasonMax = 1_000

    /// `1` to `4`, as a number.
    func purpose(_ name: String) -> Purpose? {
        if case .integer(let number)? = self[name],
            let purpose = Int16(exactly: number).flatMap(Purpose.init)
        {
            return purpose
        }
        faults.invalid(path + name, allowed: Purpose.allCases.map { String($0.rawValue) })
        return nil
    }
}
