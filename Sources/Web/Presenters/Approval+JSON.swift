import Hometown
package import Ledger

extension RecordedApproval {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.identity(request, no)
            writer.field("kind", kind.rawValue)
            writer.field("action", action)
            writer.field("subject", subject)
            writer.field("state", state.rawValue)
            // Words about a donation may name its donor.
            writer.field("reason", shows(reader) ? reason : nil)
            writer.name("asked")
            if let correction {
                correction.writeAsked(to: &writer, seesDonor: shows(reader))
            } else {
                writer.null()
            }
            writer.field("author", requester)
            writer.field("recorded_at", recordedAt)
            writer.field("approver", approver)
            writer.field("decided_at", decidedAt)
            writer.field("decision_reason", shows(reader) ? decisionReason : nil)
        }
    }

    private func shows(_ reader: Reader) -> Bool {
        kind != .correction || reader.seesPrivateNames
    }
}

extension CorrectionDraft {
    /// What it was to change, in the words of the request.
    /// - Parameter seesDonor: whether what is said about the donor is among it.
    fileprivate func writeAsked(to writer: inout JSONWriter, seesDonor: Bool) {
        writer.object { writer in
            writer.field("corrects", corrects)
            writer.object("changes") { writer in
                for field in DonationField.allCases {
                    let isPersonal = CorrectionDraft.personalFields.contains(field.rawValue)
                    guard let text = changes[field], seesDonor || !isPersonal else { continue }
                    writer.field(field.rawValue, text)
                }
            }
            writer.field("ground", (ground?.rawValue).map { Int($0) })
            writer.field("amount", amount)
            writer.field("returned_on", returnedOn)
            writer.field("receipt_recalled", isReceiptRecalled)
        }
    }
}
