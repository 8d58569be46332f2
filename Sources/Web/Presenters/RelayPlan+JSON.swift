import Hometown
package import Ledger

extension RelayImport {
    /// The plan that was shown, carried out or found to change nothing.
    /// - Throws: `Problem` for everything that was not recorded.
    package func write(to writer: inout JSONWriter, for reader: Reader) throws(Problem) {
        switch self {
        case .planned(let plan): writer.write(plan, "planned", nil, for: reader)
        case .recorded(let plan, let receipt):
            writer.write(plan, "recorded", receipt, for: reader)
        case .unchanged(let plan): writer.write(plan, "unchanged", nil, for: reader)
        case .faulty(let faults): throw Problem(faults.found)
        case .answered(.replayed(let receipt)):
            writer.write(RelayPlan?.none, "replayed", receipt, for: reader)
        case .answered(let answer):
            _ = try answer.response()
            throw Problem(.internalError, Doorway.failed.detail)
        }
    }
}

extension JSONWriter {
    /// Numbers without a plan are `null`: a replay says only what the first answer recorded.
    fileprivate mutating func write(
        _ plan: RelayPlan?, _ state: String, _ receipt: Receipt?, for reader: Reader
    ) {
        object { writer in
            writer.field("state", state)
            writer.field("rows", plan?.rowCount)
            writer.field("known", plan?.knownRowCount)
            writer.object("creates") { writer in
                writer.array("people", plan?.people ?? []) { person, writer in
                    writer.object { writer in
                        writer.field("name", person.name)
                        writer.field("office", person.office?.title)
                        writer.field("constituency", person.office?.constituency)
                        writer.field("government", person.office?.government?.code)
                    }
                }
                writer.field("participations", plan?.runs.count)
                writer.field("nominations", plan?.nominations.count)
                writer.field("answered", plan.map(\.answeredCount))
                writer.field("sources", plan?.sources.count)
            }
            writer.array("notices", plan?.notices ?? []) { notice, writer in
                writer.object { writer in
                    writer.field("code", notice.code)
                    writer.field("text", notice.text.text(in: reader.language))
                }
            }
            writer.field("entry", receipt?.number)
        }
    }
}

extension RelayPlan {
    /// Nominations that become answered.
    package var answeredCount: Int {
        answers.count + nominations.count { $0.answeredBy != nil }
    }
}
