import Ledger
import Logging
import ServiceLifecycle

/// 검증 작업. Verifies the whole ledger when an auditor asks for it on the page; a stop of the daemon
/// ends it, since nothing depends on it.
struct VerificationService: Service {
    let ledger: Ledger
    let order: VerificationOrder
    let files: SigningFiles
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await order.run(ledger, logger: logger) { try files.verification() }
        }
    }
}
