import Hometown
package import Ledger

/// A problem of receivers and deliveries as callers are told of it.
extension ReceiverProblem: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownReceiver, .unknownSummary, .unknownDelivery: WebContext.nothingThere
        case .unsigned: Problem(.notFound, text)
        case .unknownSchedule: field("schedules", "value_invalid")
        case .nameTaken: field("name", "value_taken")
        case .fault(let fault): field(fault.field, "value_invalid")
        case .unreachable: field("address", "value_invalid")
        case .residentNumber: Problem([Refusal.residentNumberPresent(fields: ["note"])])
        }
    }

    private func field(_ name: String, _ code: String) -> Problem {
        Problem([FieldProblem(field: name, code: code, text: text)])
    }
}
