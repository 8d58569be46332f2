package import Hometown
package import Ledger

/// 공휴일 양식. The days off of whole years.
package struct HolidayForm: Sendable {
    package let days: [Holiday]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(["days"], today: today) { form in
            guard form.has("days") else {
                form.faults.missing("days")
                return nil
            }
            var seen: Set<CivilDate> = []
            let days = form.objects("days", max: Ledger.holidaysMax, names: ["on", "name"])
                .compactMap { form -> Holiday? in
                    let on = form.required("on") { form.day($0) }
                    let name = form.requiredText("name")
                    guard let on, let name else { return nil }
                    guard seen.insert(on).inserted else {
                        form.faults.add(form.path + "on", "value_taken", HolidayForm.twice)
                        return nil
                    }
                    return Holiday(on: on, name: name)
                }
            return HolidayForm(days: days)
        }
    }

    private init(days: [Holiday]) {
        self.days = days
    }

    private static let twice = Bilingual(
        "같은 날이 두 번 있습니다. 하나를 지우십시오.", "The day stands twice. Take one out.")
}
