import Hometown
import Ledger

extension EntryDesk {
    /// Agreements looked through by number and title.
    private static let agreementsMax = 500

    /// Puts an agreement's id in the place of its number or name.
    func resolveAgreement(
        _ field: String, in form: inout PostedForm, _ problems: inout EntryProblems
    ) async throws {
        guard let text = form.text(field)?.tidied else { return }
        let number = text.uppercased()
        let found = try await ledger.newestAgreements(rowsMax: Self.agreementsMax).first {
            let agreement = $0.agreement
            let names = [agreement.title?.korean, agreement.title?.english, "\(agreement.id)"]
            return agreement.no == number || names.contains(text)
        }
        guard let found else {
            return problems.add(
                field,
                problems.say(
                    "그런 업무협약이 없습니다. A-로 시작하는 번호를 쓰거나 비우십시오.",
                    "There is no such agreement. Give its number A-…, or leave it empty."))
        }
        form.set(field, "\(found.agreement.id)")
    }

    /// A donation by its number.
    /// - Returns: `nil` after a problem was added.
    func donation(
        numbered text: String, at field: String, _ problems: inout EntryProblems
    ) async throws -> Identifier? {
        if let name = EntryName(text.tidied.uppercased()) ?? EntryName(text.tidied) {
            switch try await ledger.proof(of: name) {
            case .unpublished(let receipt) where receipt.kind == .donation: return receipt.id
            case .proven(let proof) where proof.receipt.kind == .donation: return proof.receipt.id
            case .unknown, .unpublished, .proven: break
            }
        }
        problems.add(
            field,
            problems.say(
                "그런 기부가 없습니다. D-로 시작하는 번호를 쓰십시오.",
                "There is no such donation. Give its number D-…"))
        return nil
    }
}
