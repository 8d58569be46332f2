import Hometown
import Ledger

extension EntryDesk {
    /// Agreements looked through by title.
    private static let agreementsMax = 500

    /// Puts an agreement's id in the place of its number or name.
    func resolveAgreement(
        _ field: String, in form: inout PostedForm, _ problems: inout EntryProblems
    ) async throws {
        guard let text = form.text(field)?.tidied else { return }
        guard let found = try await agreement(named: text) else {
            // What was told once is not told again as no identifier.
            form.drop(field)
            return problems.add(
                field,
                problems.say(
                    "그런 업무협약이 없습니다. A-로 시작하는 번호를 쓰거나 비우십시오.",
                    "There is no such agreement. Give its number A-…, or leave it empty."))
        }
        form.set(field, "\(found)")
    }

    private func agreement(named text: String) async throws -> Identifier? {
        if let reference = Reference(text),
            let thing = try await ledger.thing(.thing(reference)), thing.kind == .agreement
        {
            return thing.id
        }
        let newest = try await ledger.newestAgreements(rowsMax: Self.agreementsMax)
        return newest.first {
            [$0.agreement.title?.korean, $0.agreement.title?.english].contains(text)
        }?.agreement.id
    }

    /// A donation by its number.
    /// - Returns: `nil` after a problem was added.
    func donation(
        numbered text: String, at field: String, _ problems: inout EntryProblems
    ) async throws -> Identifier? {
        if let found = try await ledger.thing(typed: text), found.kind == .donation {
            return found.id
        }
        problems.add(
            field,
            problems.say(
                "그런 기부가 없습니다. D-로 시작하는 번호를 쓰십시오.",
                "There is no such donation. Give its number D-…"))
        return nil
    }
}
