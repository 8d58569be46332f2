import Hometown
import Ledger

extension ConsoleRoutes {
    var worklist: [Route] {
        desk.console(
            WorklistPage.path, "worklistPage", Bilingual("할 일", "To do"),
            roles: Role.keepers
        ) { visit in
            let worklist = try await ledger.worklist()
            let governments = try await ledger.governments()
            var barred: [Identifier: Government] = [:]
            for item in worklist.items where item.code == .barNotPublished {
                for reference in item.first {
                    let bar = try await ledger.bars(id: reference.id, rowsMax: 1).first?.bar
                    barred[reference.id] = bar.flatMap { governments[id: $0.government] }
                }
            }
            return WorklistPage(
                worklist: worklist, barred: barred, governments: governments, visit: visit
            ).screen
        }
    }
}
