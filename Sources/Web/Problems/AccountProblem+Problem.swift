import Hometown
package import Ledger

/// A problem of an account as callers are told of it.
extension AccountProblem: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknown: WebContext.nothingThere
        case .linkSpent: Problem(.linkSpent, text)
        case .ownRights, .ownSecondFactor: Problem(.forbidden, text)
        case .lastAdministrator, .secondFactorOn, .secondFactorOff, .secondFactorNotBegun:
            Problem(.accountState, text)
        case .loginTaken: field("login", "value_taken")
        case .loginInvalid: field("login", "value_invalid")
        case .nameInvalid: field("name", "value_invalid")
        case .residentNumber: Problem([Refusal.residentNumberPresent(fields: ["name"])])
        case .passwordWrong, .passwordLocked: field("current", "value_invalid")
        case .codeWrong, .codeLocked: field("code", "value_invalid")
        case .passwordTooShort, .passwordTooLong, .passwordCommon, .passwordLikeLogin,
            .passwordLikeName:
            field("password", "value_invalid")
        }
    }

    private func field(_ name: String, _ code: String) -> Problem {
        Problem([FieldProblem(field: name, code: code, text: text)])
    }
}
