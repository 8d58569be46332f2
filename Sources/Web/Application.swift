package import Hometown
package import Hummingbird
package import HummingbirdCore
package import Ledger
package import Logging
package import NIOCore
package import NIOPosix

/// What the interface is built from, by the daemon and by the tests. Both put the routes of its
/// table together with ``SiteRoutes``.
package struct WebParts: Sendable {
    package var table: RouteTable
    package var authenticator: Authenticator
    /// Nobody is ever signed in unless somebody says how.
    package var sessions: Sessions
    package var provenance = Provenance()
    /// Where it is written down who asked, and whose data was shown.
    package var accesses: AccessBook
    package var pages: Pages?
    package var health: Health
    package var registry: PrometheusRegistry
    package var uptime: Uptime
    package var limits = ConnectionLimits()
    package var census = ConnectionCensus()
    package var isBehindTLS = false
    /// What is covered wherever everybody reads it.
    package var smallCounts = SmallCounts()

    package init(
        table: RouteTable, authenticator: Authenticator, health: Health,
        registry: PrometheusRegistry, uptime: Uptime
    ) {
        self.table = table
        self.authenticator = authenticator
        sessions = Sessions.none(uptime)
        accesses = AccessBook { uptime.milliseconds }
        self.health = health
        self.registry = registry
        self.uptime = uptime
    }
}

/// The application that `serve` runs and the tests call.
/// - Parameter onRunning: called with the listening channel, whose port may be the system's
///   choice.
package func buildApplication(
    _ parts: WebParts, address: BindAddress, group: MultiThreadedEventLoopGroup, logger: Logger,
    onRunning: @escaping @Sendable (any NIOCore.Channel) async -> Void = { _ in }
) -> some ApplicationProtocol {
    parts.registry.observe("http_server_connections") { Double(parts.census.open) }
    let doorway = Doorway(parts)
    return Application(
        responder: doorway,
        server: HTTPServerBuilder { _ in
            WebChannel(
                group: group, limits: parts.limits, census: parts.census, doorway: doorway)
        },
        configuration: ApplicationConfiguration(
            address: address,
            availableConnectionsDelegate: MaximumAvailableConnections(
                parts.limits.connectionsMax, logger: logger)),
        onServerRunning: onRunning, eventLoopGroupProvider: .shared(group), logger: logger)
}
