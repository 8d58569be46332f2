import Foundation
import Hometown
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Web

/// 측정 창구. `/metrics`, `/livez` and `/readyz` at an address of their own as well, with connections
/// of its own: whoever floods the ledger's address does not shut the watchers out.
struct MetricsPost: Service {
    private static let otherPort = Bilingual(
        "그 프로그램을 끝내거나 metrics.listen에 다른 포트를 쓰십시오.",
        "Stop it, or choose another port in metrics.listen.")
    private static let otherAddress = Bilingual(
        "metrics.listen을 고치십시오. 1024보다 작은 포트는 대개 root만 쓸 수 있습니다.",
        "Mend metrics.listen. Ports below 1024 are mostly for root alone.")

    private let address: ListenAddress
    private let application: any Service

    /// - Parameter parts: of the ledger's application. It is built first, so that the connections
    ///   that are counted are its.
    init(_ address: ListenAddress, beside parts: WebParts, logger: Logger) {
        let routes = HealthRoutes(health: parts.health, registry: parts.registry).routes
        let watched = WebParts(
            table: RouteTable(routes), authenticator: parts.authenticator, health: parts.health,
            registry: parts.registry, uptime: parts.uptime)
        self.address = address
        application = buildApplication(
            watched, address: .hostname(address.host, port: address.port),
            group: MultiThreadedEventLoopGroup.singleton, logger: logger
        ) { channel in
            let url = address.url(port: channel.localAddress?.port ?? address.port)
            logger.notice("telling the metrics", metadata: ["address": "\(url)"])
        }
    }

    func run() async throws {
        do {
            try await application.run()
        } catch {
            throw address.failure(
                error, busy: MetricsPost.otherPort, wrong: MetricsPost.otherAddress) ?? error
        }
    }
}
