import Hometown
import Ledger

/// 점검 화면. `/health`: what `pumasi doctor` says, for whoever keeps the machine.
struct HealthPageRoutes: Sendable {
    let reading: PageDesk
    let office: SiteFacts

    var routes: [Route] {
        reading.console(
            "/health", "healthPage", Bilingual("점검", "Health"), roles: [.operator]
        ) { visit in
            HealthPage(lines: await office.checkup(), visit: visit).screen
        }
    }
}
