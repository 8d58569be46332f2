package import Hometown

/// 승인 입력 양식. What a second person says.
package enum ApprovalForm {
    static let names = ["request", "verdict", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> ApprovalDraft {
        try body.draft(names, today: today) { form in
            let request = form.required("request", form.id)
            let verdict = form.required("verdict") { form.choice($0, ApprovalDraft.Verdict.self) }
            let reason = form.text("reason", max: FormReader.reasonMax, lines: .several)
            guard let request, let verdict else { return nil }
            return ApprovalDraft(request: request, verdict: verdict, reason: reason)
        }
    }
}
