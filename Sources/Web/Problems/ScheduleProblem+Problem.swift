import Hometown
package import Ledger
import Timetable

/// A problem of the timetable as callers are told of it.
extension ScheduleProblem: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownSchedule: WebContext.nothingThere
        case .nameTaken: field("name", "value_taken")
        case .fault(let fault): field(fault.field, "value_invalid")
        case .unknownPeriod: field("period", "value_invalid")
        case .unfinishedPeriod: Problem(.periodUnfinished, text)
        case .daysReversed: field("to", "value_invalid")
        case .tooManyPeriods: field("to", "too_many")
        case .residentNumber: Problem([Refusal.residentNumberPresent(fields: ["note"])])
        case .endlessBreak: field("days", "value_invalid")
        case .publicationIsYearly: field("rule", "value_invalid")
        case .notNewest: field("revises", "value_invalid")
        case .paused, .notPaused, .inputsUnknown, .busy, .checksAsOfNow,
            .homeMissing:
            Problem(.scheduleState, text)
        case .failed: Problem(.internalError, text)
        }
    }

    private func field(_ name: String, _ code: String) -> Problem {
        Problem([FieldProblem(field: name, code: code, text: text)])
    }
}
