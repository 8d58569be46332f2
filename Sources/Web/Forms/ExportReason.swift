import Hometown
import Ledger

/// 내려받는 사유. Why personal data leaves the ledger, or a month of the access log goes: the log keeps
/// it with the row, and shows it to whoever watches.
package enum ExportReason {
    private static let name = "reason"

    /// - Throws: `Problem` 400 for none and for what is too long, 422 for a resident number.
    static func read(_ query: Query) throws(Problem) -> String {
        guard let reason = try query.value(name, text) else { throw missing }
        try refuseResidentNumber(in: reason)
        return reason
    }

    /// - Throws: `Problem` 422 for none, for what is too long and for a resident number, which the
    ///   form no longer has.
    static func read(_ form: PostedForm) throws(Problem) -> String {
        guard !form.blanked.contains(name) else { throw residentNumber }
        guard let reason = form[name].flatMap(text) else { throw Problem([.reasonRequired]) }
        return reason
    }

    /// R1. The access log would strike it out and keep the rest; whoever wrote it is told instead.
    /// - Throws: `Problem` 422.
    package static func refuseResidentNumber(in reason: String) throws(Problem) {
        guard !ResidentNumber.isPresent(in: reason) else { throw residentNumber }
    }

    /// - Returns: `nil` for nothing, for too much and for what nobody sees.
    static func text(_ typed: String) -> String? {
        let reason = typed.tidied
        return (1...Access.textCharactersMax).contains(reason.unicodeScalars.count)
            && HiddenCharacter(in: reason, lines: .several) == nil ? reason : nil
    }

    static let parameter = RouteDocument.Parameter(
        name, ["type": "string", "minLength": 1, "maxLength": 500],
        Bilingual("내려받는 사유", "Why personal data leaves the ledger"))

    private static let missing = Problem(
        .invalidParameter,
        Bilingual("reason에 내려받는 사유를 쓰십시오.", "Say under reason why it is exported."),
        errors: [
            .init(
                name, Refusal.Code.reasonRequired.rawValue,
                Bilingual("사유가 필요합니다.", "A reason is required."))
        ])

    private static let residentNumber = Problem([
        Refusal.residentNumberPresent(fields: [name])
    ])
}
