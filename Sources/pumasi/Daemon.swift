import CoreMetrics
import Delivery
import Foundation
import Hometown
import Hummingbird
import HummingbirdCore
import Ledger
import LocalPostgres
import Logging
import NIOCore
import NIOPosix
import Schema
import ServiceLifecycle
import Timetable
import Transparency
import UnixSignals
import Web

/// The composition root: everything is made here, in the order in which one part needs another,
/// and stopped in the reverse.
struct Daemon: Service {
    /// What somebody asked of this start alone.
    struct Wishes: Sendable {
        /// Bring a database of others up to date, too.
        var migrates = false
        /// Load the sample into an empty ledger.
        var loadsSample = false
        /// Make and print a token when there is none yet.
        var makesFirstToken = false
    }

    private let configuration: DaemonConfiguration
    private let wishes: Wishes
    private let language: Language
    private let logger: Logger
    private let registry = PrometheusRegistry()
    private let supervisor = SupervisorSocket(environment: ProcessInfo.processInfo.environment)

    init(_ configuration: DaemonConfiguration, _ wishes: Wishes, language: Language) {
        self.configuration = configuration
        self.wishes = wishes
        self.language = language
        logger = Logger.toStandardError(
            configuration.logFormat, configuration.logLevel)
        MetricsSystem.bootstrap(PrometheusFactory(registry))
    }

    /// Listens to signals before anything else is begun, and returns when one asked it to stop and
    /// everything accepted is finished.
    ///
    /// A terminal that closes ends what runs in it; elsewhere SIGHUP is a supervisor's.
    /// - Throws: what keeps it from starting or ends it.
    func untilStopped() async throws {
        var signals: [UnixSignal] = [.sigterm, .sigint]
        var services: [any Service] = [self]
        if Terminal.isAttended {
            signals.append(.sighup)
        } else {
            services.insert(HangupNotice(logger: logger), at: 0)
        }
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: signals, logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(configuration.drainSeconds)
        let daemon = ServiceGroup(configuration: group)
        try await SecondSignal.shortening(signals, logger: logger) { try await daemon.run() }
    }

    func run() async throws {
        try configuration.refuseOpenTransport()
        let access = LedgerAccess(
            configuration: configuration, purpose: "serve",
            connectionsMax: configuration.databaseConnectionsMax, migrates: wishes.migrates,
            begins: true, logger: logger)
        do {
            try await access.withLedger { ledger, cluster in
                guard !Task.isShuttingDownGracefully else { return }
                try await warn(of: ledger)
                let services = try await prepare(ledger, cluster)
                try await serve(services)
            }
        } catch {
            guard Task.isShuttingDownGracefully else {
                throw configuration.address.failure(
                    error, busy: Daemon.otherPort, wrong: Daemon.otherAddress) ?? error
            }
            logger.warning("stopped before all was finished", metadata: ["error": "\(error)"])
        }
    }

    private static let otherPort = Bilingual(
        "그 프로그램을 끝내거나 --port로 다른 포트를 고르십시오.",
        "Stop it, or choose another port with --port.")
    private static let otherAddress = Bilingual(
        "http.host와 http.port를 고치십시오. 1024보다 작은 포트는 대개 root만 쓸 수 있습니다.",
        "Mend http.host or http.port. Ports below 1024 are mostly for root alone.")

    /// Everything but listening, so that whoever reaches us finds the ledger as it should be.
    /// - Returns: what is to run, in the order of dependence.
    private func prepare(
        _ ledger: Ledger, _ cluster: LocalPostgres?
    ) async throws -> [any Service] {
        let author = try await ledger.author(.daemon, name: "pumasi")
        try await ledger.loadRegistry(Schema.governments, author: author)
        try configuration.checkHome(try await ledger.governments())
        var sample: SampleReport?
        if wishes.loadsSample, try await ledger.donations(rowsMax: 1).isEmpty {
            sample = try await ledger.loadSample(author: author)
        }
        let desk = try SummaryDesk(author: author, configuration)
        let timekeeper = Timekeeping.timekeeper(ledger, desk, logger: logger)
        let caretaker = Timekeeping.caretaker(ledger, desk, logger: logger)
        let signer = LogSigner(
            ledger: ledger, files: configuration.signing,
            key: try configuration.signing.keyMakingOne(), logger: logger)
        let sealer = SealerService(
            ledger: ledger, signer: signer, clock: .system, logger: logger)
        let overdue = OverdueWatch(
            ledger: ledger, afterSeconds: configuration.overdueAfterSeconds, logger: logger)
        let health = DaemonHealth.checks(
            ledger: ledger, timekeeper: timekeeper, sealer: sealer, signer: signer,
            overdue: overdue)
        observe()
        let accesses = AccessBook { HostClock.uptime.milliseconds }
        let (verifications, feed) = (VerificationOrder(), LiveFeed(ledger: ledger))
        let parts = try parts(ledger, desk, signer, health, accesses, verifications, feed)
        let application = application(parts, ledger, sample)
        var services: [any Service] = [
            LedgerGauges(ledger: ledger), sealer, FlowService(ledger: ledger, logger: logger),
            LookupService(ledger: ledger, logger: logger), overdue, caretaker, timekeeper,
            TimetableNotice(ledger: ledger, timekeepers: [timekeeper, caretaker]),
            DeliveryService(
                ledger: ledger, courier: courier, daemon: desk.daemon, logger: logger),
        ]
        if let cluster {
            services.insert(
                ClusterWatch(ledger: ledger, cluster: cluster, logger: logger), at: 0)
        }
        services += watchers(of: parts)
        services += [
            VerificationService(
                ledger: ledger, order: verifications, files: configuration.signing,
                logger: logger),
            AccessService(ledger: ledger, book: accesses, logger: logger), application,
            LiveService(feed: feed), DrainNotice(health: health, logger: logger),
        ]
        if let supervisor {
            services.append(
                SupervisorNotice(
                    socket: supervisor, health: health,
                    loops: MultiThreadedEventLoopGroup.singleton,
                    drainSeconds: configuration.drainSeconds))
        }
        return services
    }

    /// - Parameter services: in the order of dependence; the last is stopped first.
    private func serve(_ services: [any Service]) async throws {
        // Signals reach the group around this one, which passes them on.
        let group = ServiceGroupConfiguration(services: services, logger: logger)
        try await ServiceGroup(configuration: group).run()
    }

    /// Whoever mends the server's settings need not start us again, so that this ends nothing:
    /// until then we are not ready.
    private func warn(of ledger: Ledger) async throws {
        let state = try await ledger.databaseState()
        guard let fault = state.durabilityFault, let remedy = state.durabilityRemedy else { return }
        logger.warning(
            "what is acknowledged could be lost",
            metadata: ["settings": "\(fault)", "hint": "\(remedy.english)"])
    }

    private var courier: Courier {
        Courier(
            webhook: configuration.webhook,
            mail: configuration.mailFrom.map {
                Sendmail(path: configuration.mailProgram, from: $0)
            })
    }

    private func observe() {
        let started = HostClock.now
        registry.observe("pumasi_build_info", [("version", Version.text)]) { 1 }
        registry.observe("process_start_time_seconds") {
            Double(started.microseconds) / 1_000_000
        }
    }

    private func application(
        _ parts: WebParts, _ ledger: Ledger, _ sample: SampleReport?
    ) -> some ApplicationProtocol {
        // NIO's own group lives as long as the process: work that ends after the last connection
        // still finds its loop.
        NIOSingletons.groupLoopCountSuggestion = configuration.threads
        return buildApplication(
            parts, address: .hostname(configuration.host, port: configuration.port),
            group: MultiThreadedEventLoopGroup.singleton, logger: logger
        ) { channel in
            let port = channel.localAddress?.port ?? configuration.port
            await announce(ledger, sample, port: port)
            StartCode.release()
        }
    }

    /// Whoever watches is told until the ledger's own application has stopped.
    private func watchers(of parts: WebParts) -> [any Service] {
        configuration.metricsListen.map { [MetricsPost($0, beside: parts, logger: logger)] } ?? []
    }

    private func parts(
        _ ledger: Ledger, _ desk: SummaryDesk, _ signer: LogSigner, _ health: Health,
        _ accesses: AccessBook, _ verifications: VerificationOrder, _ feed: LiveFeed
    ) throws -> WebParts {
        let pages = try Pages(isOfficial: configuration.showsOfficialMasthead)
        let signIn = SignInDesk(
            ledger: ledger,
            sessions: Sessions(
                ledger, life: configuration.sessionLife,
                cookie: SessionCookie(isSecure: configuration.isBehindTLS),
                uptime: HostClock.uptime,
                secondFactorRoles: configuration.secondFactorRoles),
            life: configuration.sessionLife,
            provenance: Provenance(proxies: configuration.proxies), accesses: accesses)
        var site = SiteRoutes(
            ledger: ledger, pages: pages, signIn: signIn, summaries: desk, office: office(ledger),
            verifications: verifications, feed: feed, log: signer.key.verifier
        ) { HostClock.now.koreanDate }
        site.isPublic = configuration.showsPublicPages
        site.overdueAfterSeconds = configuration.overdueAfterSeconds
        site.candidateDaysMax = configuration.candidateDaysMax
        site.importLimits = configuration.importLimits
        site.printer = configuration.printer
        let table = RouteTable.complete(
            site.routes + HealthRoutes(health: health, registry: registry).routes,
            version: Version.text, schemas: Schemas.shared + Schemas.ledger)
        var parts = WebParts(
            table: table, authenticator: Authenticator(ledger, uptime: HostClock.uptime),
            health: health, registry: registry, uptime: HostClock.uptime)
        parts.census = ConnectionCensus(proxies: configuration.proxies)
        parts.limits.connectionsMax = connectionsMax()
        parts.limits.connectionsPerAddressMax = configuration.connectionsPerAddressMax
        parts.isBehindTLS = configuration.isBehindTLS
        parts.smallCounts = configuration.smallCounts
        parts.pages = pages
        parts.sessions = signIn.sessions
        parts.provenance = signIn.provenance
        parts.accesses = accesses
        return parts
    }

    /// As many as are set, or as this process finds descriptors for.
    private func connectionsMax() -> Int {
        let (wanted, sessions) = (
            configuration.connectionsMax, configuration.databaseConnectionsMax
        )
        let files = OpenFiles.raise(
            to: OpenFiles.needed(connections: wanted, sessions: sessions))
        let count = OpenFiles.connections(wanted, sessions: sessions, within: files)
        guard count < wanted else { return count }
        logger.warning(
            "fewer connections are taken than http.connectionsMax allows",
            metadata: [
                "connections": "\(count)", "open_files": "\(files)",
                "hint": "Give the process more open files: LimitNOFILE of systemd, ulimit -n.",
            ])
        return count
    }

    private func office(_ ledger: Ledger) -> SiteFacts {
        let checkup = HostCheckup(configuration: configuration)
        var office = SiteFacts { await checkup.lines(ledger) }
        office.site = configuration.siteURL
        office.settings = configuration.settings
        return office
    }

    /// For people on standard output, for machines in the log.
    private func announce(_ ledger: Ledger, _ sample: SampleReport?, port: Int) async {
        let address = configuration.address.url(port: port)
        logger.notice("listening", metadata: ["address": "\(address)"])
        var lines = ["Pumasi \(Version.text): \(address)"]
        if let sample {
            lines.append(
                Bilingual("표본: \(sample.recorded)건 등록", "sample: \(sample.recorded) recorded")
                    .text(in: language))
        }
        do {
            lines += try await firstKeys(of: ledger, port: port)
        } catch {
            logger.error("nobody was let in", metadata: ["error": "\(error)"])
        }
        Terminal.say(lines.joined(separator: "\n"))
        supervisor?.say("READY=1", "STATUS=\(address)")
    }

    /// Made only now that we listen: the token is shown once, and a start that failed after it was
    /// made would have used it up.
    private func firstKeys(of ledger: Ledger, port: Int) async throws -> [String] {
        var lines: [String] = []
        if wishes.makesFirstToken, let token = try await FirstToken.make(in: ledger) {
            let title = Bilingual("첫 토큰", "first token").text(in: language)
            lines.append("\(title) (\(FirstToken.role.rawValue)): \(token.text)")
        }
        if Terminal.isAttended || wishes.makesFirstToken,
            let link = try await FirstLink.make(in: ledger)
        {
            let title = Bilingual(
                "첫 로그인(한 번, \(SignInLink.firstSecondsMax / 60)분 동안)",
                "first sign-in (once, within \(SignInLink.firstSecondsMax / 60) min)")
            let address = configuration.address(of: link, in: language, port: port)
            lines.append("\(title.text(in: language)): \(address)")
        }
        return lines
    }
}
