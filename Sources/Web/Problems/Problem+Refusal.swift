import HTTPTypes
package import Hometown

extension Problem {
    /// 422 with the code of the first refusal, which is the main reason, and with all of them.
    /// - Parameter refusals: one at least.
    package init(_ refusals: [Refusal]) {
        self.init(
            refusals.map { refusal in
                FieldError(
                    refusal.field, refusal.code.rawValue, refusal.text,
                    article: refusal.code.article)
            })
    }

    /// 422 for fields that cannot be read.
    /// - Parameter faults: one at least.
    package init(_ faults: [FieldProblem]) {
        self.init(
            faults.map { fault in
                FieldError(fault.field, fault.code, fault.text, article: fault.article)
            })
    }

    /// Whether a rule or a field stands in the way, and not the request as such.
    package var isRefusal: Bool { kind.status == .unprocessableContent }

    private init(_ errors: [FieldError]) {
        guard let main = errors.first else {
            // Whoever refuses says why; without a reason it is a bug and is told as one.
            self.init(.internalError, Doorway.failed.detail)
            return
        }
        self.init(
            ProblemKind(main.code, .unprocessableContent, Problem.notRecorded), main.text,
            errors: errors)
    }

    private static let notRecorded = Bilingual("기록하지 않았습니다", "Nothing was recorded")
}

extension FieldProblem {
    /// 근거. An amount that is only written wrongly breaks no law, though it shares the code of one
    /// that does.
    var article: Bilingual? {
        let code = Refusal.Code(rawValue: code)
        return code == .amountInvalid ? nil : code?.article
    }
}
