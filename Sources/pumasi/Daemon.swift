import UnixSignals
import CoreMetrics
import Hometown
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Web

/// The composition root: everything is made here, in the order in which one part needs another,
/// and stopped in the reverse.
struct Daemon {
    private let configuration: DaemonConfiguration
    private let logger: Logger

    init(_ configuration: DaemonConfiguration) {
        self.configuration = configuration
        let format = configuration.logFormat
        LoggingSystem.bootstrap { LineLogHandler.toStandardError($0, format) }
        var logger = Logger(label: "pumasi")
        logger.logLevel = configuration.logLevel
        self.logger = logger
    }

    /// Returns after a signal asked it to stop and everything accepted is finished.
    func run() async throws {
        let registry = PrometheusRegistry()
        MetricsSystem.bootstrap(PrometheusFactory(registry))
        let started = HostClock.now
        registry.observe("pumasi_build_info", [("version", Version.text)]) { 1 }
        registry.observe("process_start_time_seconds") {
            Double(started.microseconds) / 1_000_000
        }
        let health = Health()
        // NIO's own group lives as long as the process: work that ends after the last connection
        // still finds its loop.
        NIOSingletons.groupLoopCountSuggestion = configuration.threads
        let group = MultiThreadedEventLoopGroup.singleton
        let parts = parts(health: health, registry: registry)
        let application = buildApplication(
            parts, address: .hostname(configuration.host, port: configuration.port), group: group,
            logger: logger, onRunning: announce)
        do {
            try await serve([application, DrainNotice(health: health, logger: logger)])
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw portInUse
        }
    }

    private func parts(health: Health, registry: PrometheusRegistry) -> WebParts {
        let authenticator = Authenticator(uptime: HostClock.uptime) { _ in nil }
        let table = RouteTable.complete(
            HealthRoutes(health: health, registry: registry).routes, version: Version.text,
            schemas: Schemas.shared)
        var parts = WebParts(
            table: table, authenticator: authenticator, health: health, registry: registry,
            uptime: HostClock.uptime)
        parts.limits.connectionsMax = configuration.connectionsMax
        parts.limits.connectionsPerAddressMax = configuration.connectionsPerAddressMax
        parts.isBehindTLS = configuration.isBehindTLS
        return parts
    }

    /// - Parameter services: in the order of dependence; the last is stopped first.
    private func serve(_ services: [any Service]) async throws {
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(configuration.drainSeconds)
        try await ServiceGroup(configuration: group).run()
    }

    @Sendable private func announce(_ channel: any NIOCore.Channel) async {
        let port = channel.localAddress?.port ?? configuration.port
        logger.notice(
            "listening",
            metadata: ["address": "http://\(configuration.host):\(port)"])
    }

    private var portInUse: CommandFailure {
        CommandFailure(
            .failure,
            Bilingual(
                "\(configuration.host):\(configuration.port)은 다른 프로그램이 쓰고 있습니다.",
                "Another program listens on \(configuration.host):\(configuration.port)."),
            hint: Bilingual(
                "그 프로그램을 끝내거나 --port로 다른 포트를 고르십시오.",
                "Stop it, or choose another port with --port."))
    }
}

/// Stops first: tells the watchers that this daemon is leaving before it stops accepting.
struct DrainNotice: Service {
    let health: Health
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        logger.notice("draining")
        health.drain()
    }
}
