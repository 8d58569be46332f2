import Hometown
import HummingbirdCore
import Ledger

extension ConsoleRoutes {
    /// A number or an id names one thing; a word names governments.
    func search(_ visit: Visit) async throws -> Screen {
        let question = (visit.query["q"] ?? "").tidied
        let say = visit.say
        var groups: [(title: String, items: [LinkList.Item])] = []
        if let name = EntryName(question), let found = try await thing(name, visit) {
            groups.append((say("기록", "Record"), [found]))
        }
        if !question.isEmpty {
            groups.append((say("지자체", "Governments"), try await units(question, visit)))
        }
        return SearchPage(question: question, groups: groups, visit: visit).screen
    }

    private func thing(_ name: EntryName, _ visit: Visit) async throws -> LinkList.Item? {
        let receipt: EntryReceipt
        switch try await ledger.proof(of: name) {
        case .unknown: return nil
        case .unpublished(let found): receipt = found
        case .proven(let proof): receipt = proof.receipt
        }
        guard let role = visit.visitor.role, ConsoleRoutes.readers.contains(role) else {
            return nil
        }
        let path = ConsoleRoutes.path(of: receipt.kind, receipt.id, receipt.no)
        return LinkList.Item(
            Link(receipt.no, visit.visitor.path(path)),
            note: visit.say.moment(receipt.recordedAt))
    }

    /// Where a thing is shown; one without a page of its own is verified.
    static func path(of kind: Entry.Kind, _ id: Identifier, _ no: String) -> String {
        switch kind {
        case .donation: "/donations/\(id)"
        case .agreement: "/agreements/\(id)"
        case .exchange: "/exchanges/\(id)"
        case .relay: "/relays/\(id)"
        case .person: "/people/\(id)"
        case .summary: "/reports/\(id)"
        case .listImport: "/imports/\(id)"
        default: "/p/verify?q=\(no)"
        }
    }

    private func units(_ word: String, _ visit: Visit) async throws -> [LinkList.Item] {
        let registry = try await ledger.governments()
        let pattern = NamePattern(word)
        guard !pattern.isEmpty else { return [] }
        let found = registry.governments.compactMap { unit in
            let names = [registry.fullName(of: unit).korean, unit.name.korean, unit.name.english]
            let match = unit.code == word ? .whole : pattern.match(names)
            return match.map { (unit: unit, match: $0) }
        }
        return found.sorted { ($0.match, $0.unit.code) < ($1.match, $1.unit.code) }.prefix(20).map {
            one in
            let unit = one.unit
            return LinkList.Item(
                Link(
                    registry.fullName(of: unit).text(in: visit.language),
                    visit.visitor.path("/governments/\(unit.code)")), note: unit.code)
        }
    }
}
