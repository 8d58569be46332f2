package import Hometown
package import Ledger
import Timetable

/// 예약 작업 양식. How a schedule is to be; what is left out stays as it is.
package struct ScheduleForm: Sendable {
    package static let names = [
        "name", "job", "rule", "weekday", "month", "day", "at", "zone", "misfire", "overlap",
        "catch_up_seconds", "on_working_days", "is_on", "note",
    ]

    /// Of a new schedule.
    package let name: String?
    package let draft: ScheduleDraft
    package let note: String?

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate, isNew: Bool) throws(Problem) {
        self = try body.draft(ScheduleForm.names, today: today) { form in
            var draft = ScheduleDraft()
            draft.job = form.choice("job", Job.self)
            if !isNew, form.has("job") {
                form.faults.add("job", "value_invalid", ScheduleForm.jobStays)
            }
            draft.rule = form.rule()
            draft.at = form.time("at")
            draft.zone = form.text("zone")
            draft.misfire = form.choice("misfire", Schedule.Misfire.self)
            draft.overlap = form.choice("overlap", Schedule.Overlap.self)
            draft.catchUpSeconds = form.count("catch_up_seconds", Int64.self)
            draft.onWorkingDays = form.flag("on_working_days")
            draft.isOn = form.flag("is_on")
            let name = isNew ? form.requiredText("name") : nil
            if !isNew, form.has("name") {
                form.faults.add("name", "value_invalid", ScheduleForm.nameStays)
            }
            return ScheduleForm(name: name, draft: draft, note: form.text("note", lines: .several))
        }
    }

    private init(name: String?, draft: ScheduleDraft, note: String?) {
        self.name = name
        self.draft = draft
        self.note = note
    }

    private static let jobStays = Bilingual(
        "하는 일은 바꿀 수 없습니다. 새 작업을 만들고 이 작업을 끄십시오.",
        "What it does stays. Make a new schedule and switch this one off.")
    private static let nameStays = Bilingual(
        "이름은 바꿀 수 없습니다. 새 작업을 만들고 이 작업을 끄십시오.",
        "A name stays. Make a new schedule and switch this one off.")
}

extension FormReader {
    /// The time of day of a member, `09:00`.
    fileprivate func time(_ name: String) -> TimeOfDay? {
        guard let text = text(name) else { return nil }
        if let time = TimeOfDay(text) { return time }
        faults.add(path + name, "value_invalid", ScheduleFault.time(text).text)
        return nil
    }

    /// The cadence with its day. Where the day is left out it is the first.
    fileprivate func rule() -> Schedule.Rule? {
        let (weekday, month) = (count("weekday", Int.self), count("month", Int.self))
        let day = dayOfMonth()
        guard let cadence = choice("rule", Cadence.self) else {
            if has("weekday") || has("month") || has("day"), !has("rule") {
                faults.missing(path + "rule")
            }
            return nil
        }
        let rule: Schedule.Rule?
        switch cadence {
        case .daily: rule = Schedule.Rule(.daily, weekday: weekday, month: month, day: day)
        case .weekly:
            rule = Schedule.Rule(.weekly, weekday: weekday ?? 1, month: month, day: day)
        case .monthly:
            rule = Schedule.Rule(
                .monthly, weekday: weekday, month: month, day: day ?? .number(1))
        case .quarterly, .yearly:
            rule = Schedule.Rule(
                cadence, weekday: weekday, month: month ?? 1, day: day ?? .number(1))
        }
        if rule == nil { faults.add(path + "rule", "value_invalid", FormReader.wrongDay) }
        return rule
    }

    private func dayOfMonth() -> Schedule.Rule.DayOfMonth? {
        if case .string("last") = self["day"] { return .last }
        if case .string(let text) = self["day"], let number = Int(text) { return .number(number) }
        return count("day", Int.self).map { .number($0) }
    }

    private static let wrongDay = Bilingual(
        "weekly는 weekday, monthly는 day, quarterly와 yearly는 month와 day를 씁니다. daily는 모두 쓰지 않습니다.",
        "weekly takes weekday, monthly day, quarterly and yearly month and day; daily none.")
}
