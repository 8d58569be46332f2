import Delivery
import Foundation
import Hometown
import Ledger
import Logging
import Web

/// The settings as the daemon uses them: typed, complete, each from where it was found.
struct DaemonConfiguration: Sendable {
    /// Which database.
    enum Database: Sendable, Equatable {
        /// None is named anywhere: the cluster under this directory.
        case ownCluster(directory: String)
        /// libpq's connection string, untouched; empty means libpq's own variables.
        case server(conninfo: String)
    }

    let host: String
    let port: Int
    let threads: Int
    let isBehindTLS: Bool
    /// Whose word about a caller's address counts; nobody's without TLS.
    let proxies: Set<String>
    /// Without a slash at its end.
    let siteURL: String?
    /// Whether pages claim to be a government's own.
    let showsOfficialMasthead: Bool
    let sessionLife: SessionLife
    /// Whoever has one of these signs in with a second factor.
    let secondFactorRoles: Set<Role>
    let connectionsMax: Int
    let connectionsPerAddressMax: Int
    /// Where the metrics are told as well; `nil` for nowhere else.
    let metricsListen: ListenAddress?
    let database: Database
    let databaseOwnerURL: String?
    let databaseConnectionsMax: Int
    let durability: Durability
    /// Where the ledger's secret lies, or will lie after the first start.
    let secretFile: String
    /// What the log is signed with, and what was signed last.
    let signing: SigningFiles
    let home: String?
    let showsPublicPages: Bool
    /// What is covered wherever everybody reads it.
    let smallCounts: SmallCounts
    let logLevel: Logger.Level
    let logFormat: LogFormat
    let drainSeconds: Int
    let overdueAfterSeconds: Int
    let candidateDaysMax: Int
    /// 접속기록 보존 기간.
    let accessMonthsMin: Int
    /// Hosts of webhooks that may lie in a private net.
    let privateHosts: Set<String>
    /// `nil` for any public host.
    let allowedHosts: Set<String>?
    let mailFrom: String?
    let mailProgram: String
    let fourEyesFrom: Won
    let importLimits: ImportLimits
    /// Every setting in force, as the console shows them.
    let settings: [SiteFacts.SettingLine]
    let printer: Printer
    /// Variables that hold a secret. What stands in the environment is seen by every program that
    /// the daemon starts, and by whoever reads its process.
    let openSecrets: [String]

    /// - Throws: `CommandFailure` 2 for a value that its setting cannot hold.
    init(_ sources: ConfigurationSources, environment: [String: String]) throws {
        host = try sources.text(.host)
        port = try sources.integer(.port)
        threads = try sources.integer(.threads)
        let isBehindTLS = try sources.flag(.behindTLS)
        self.isBehindTLS = isBehindTLS
        let proxies = Setting.parts(of: try sources.text(.proxies))
        self.proxies = isBehindTLS ? Set(proxies) : []
        siteURL = try sources.find(.siteURL).map {
            $0.value.hasSuffix("/") ? String($0.value.dropLast()) : $0.value
        }
        showsOfficialMasthead = try sources.flag(.officialMasthead)
        sessionLife = SessionLife(
            idleSeconds: try sources.integer(.sessionIdleMinutes) * 60,
            secondsMax: try sources.integer(.sessionHoursMax) * 3_600)
        secondFactorRoles = Set(
            Setting.parts(of: try sources.find(.secondFactorRoles)?.value ?? "")
                .compactMap { Role(rawValue: $0) })
        connectionsMax = try sources.integer(.connectionsMax)
        connectionsPerAddressMax = try sources.integer(.connectionsPerAddressMax)
        metricsListen = try sources.find(.metricsListen).flatMap { ListenAddress($0.value) }
        database = try DaemonConfiguration.database(sources, environment)
        databaseOwnerURL = try sources.find(.databaseOwnerURL)?.value
        databaseConnectionsMax = try sources.integer(.databaseConnectionsMax)
        durability = Durability(rawValue: try sources.text(.databaseDurability)) ?? .local
        secretFile = try DaemonConfiguration.secretFile(sources, environment, database)
        signing = try DaemonConfiguration.signing(sources, beside: secretFile)
        home = try sources.find(.home)?.value
        showsPublicPages = try sources.flag(.publicPages)
        smallCounts = SmallCounts(below: try sources.integer(.smallCountBelow))
        logLevel = Logger.Level(rawValue: try sources.text(.logLevel)) ?? .info
        logFormat = LogFormat(rawValue: try sources.text(.logFormat)) ?? .logfmt
        drainSeconds = try sources.integer(.drainSeconds)
        overdueAfterSeconds = try sources.integer(.overdueAfterSeconds)
        accessMonthsMin = try sources.integer(.accessMonthsMin)
        candidateDaysMax = try sources.integer(.candidateDaysMax)
        privateHosts = try sources.hosts(.privateHosts) ?? []
        allowedHosts = try sources.hosts(.allowedHosts)
        mailFrom = try sources.find(.mailFrom)?.value
        mailProgram = try sources.text(.mailProgram)
        printer = try DaemonConfiguration.printer(sources)
        fourEyesFrom = Won(Int64(try sources.integer(.fourEyesFromWon)))
        importLimits = ImportLimits(
            fileMiBMax: try sources.integer(.importFileMiBMax),
            rowsMax: try sources.integer(.importRowsMax))
        settings = try Setting.all.map { setting in
            let line = ConfigurationLine(setting, try sources.find(setting))
            return SiteFacts.SettingLine(
                key: setting.key, value: line.value, origin: line.origin, text: setting.text)
        }
        openSecrets = DaemonConfiguration.openSecrets(settings, database, environment)
    }

    /// Whether others reach the daemon without HTTPS before it.
    var isOpenTransport: Bool {
        // A name may begin with 127. and lead anywhere.
        let bytes = NetworkAddress(host)?.bytes ?? []
        let isOurs = bytes.count == 4 && bytes[0] == 127
        let isLoopback = host == "localhost" || host == "::1" || isOurs
        return !isLoopback && !isBehindTLS
    }

    /// Passwords and tokens must not cross a net in clear.
    /// - Throws: `CommandFailure` 2 for an address that others reach without HTTPS before it.
    func refuseOpenTransport() throws {
        guard isOpenTransport else { return }
        throw CommandFailure(
            .usage,
            Bilingual(
                "\(host): 다른 컴퓨터에서 닿는 주소인데 HTTPS가 아닙니다. 비밀번호와 토큰이 그대로 드러납니다.",
                "Others reach \(host), and not by HTTPS: passwords and tokens would be in clear."),
            hint: Bilingual(
                "HTTPS 프록시를 앞에 두고 http.behindTls를 true로 하거나, 127.0.0.1에서 들으십시오.",
                "Put an HTTPS proxy before it and set http.behindTls, or listen on 127.0.0.1."))
    }

    /// - Throws: `CommandFailure` 2 for a `home` that is no government's code.
    func checkHome(_ registry: GovernmentRegistry) throws {
        guard let home, registry[code: home] == nil else { return }
        throw CommandFailure(
            .usage,
            Bilingual(
                "설정 home의 '\(home)'은 지자체 코드가 아닙니다. 36110처럼 다섯 자리 코드를 쓰십시오.",
                "The setting home, '\(home)', is no government's code. Write one of five digits, "
                    + "such as 36110."),
            hint: Bilingual("pumasi government list", "pumasi government list"))
    }

    private static func printer(_ sources: ConfigurationSources) throws -> Printer {
        guard let renderer = PaperPress.Renderer(rawValue: try sources.text(.pdfRenderer)) else {
            return .none
        }
        let press = PaperPress(
            renderer, program: try sources.find(.pdfProgram)?.value,
            secondsMax: try sources.integer(.pdfSecondsMax))
        return Printer { page throws(PrintFailure) in try await press.print(page) }
    }

    /// Ours first, then `DATABASE_URL`, then libpq's variables; a directory that was asked for
    /// by flag means the private cluster in it.
    private static func database(
        _ sources: ConfigurationSources, _ environment: [String: String]
    ) throws -> Database {
        let directory = try sources.find(.dataDirectory)
        if let directory, directory.origin == "flag" {
            return .ownCluster(directory: directory.value)
        }
        if let url = try sources.find(.databaseURL)?.value { return .server(conninfo: url) }
        let variables = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"]
        if variables.contains(where: { environment[$0]?.isEmpty == false }) {
            return .server(conninfo: "")
        }
        return .ownCluster(directory: directory?.value ?? dataDirectory(environment))
    }

    private static func openSecrets(
        _ settings: [SiteFacts.SettingLine], _ database: Database, _ environment: [String: String]
    ) -> [String] {
        let set = settings.filter { line in
            Setting.named(line.key)?.isSecret == true
                && line.origin == ConfigurationSources.variable(for: line.key)
        }.compactMap(\.origin)
        guard case .server(let conninfo) = database else { return set }
        let usual = ConfigurationSources.databaseVariable
        let isUsed = settings.contains { $0.origin == usual }
        // `postgres://user:password@host/name`, or `password=…` among the words.
        let hasPassword = conninfo.contains(#/password *=|://[^/?@]*:[^/?]*@/#)
        let own = environment["PGPASSWORD"]?.isEmpty == false
        return set + (isUsed && hasPassword ? [usual] : []) + (own ? ["PGPASSWORD"] : [])
    }

    private static func secretFile(
        _ sources: ConfigurationSources, _ environment: [String: String], _ database: Database
    ) throws -> String {
        if let path = try sources.find(.secretFile)?.value { return path }
        switch database {
        case .ownCluster(let directory): return directory + "/secret"
        case .server:
            let directory = try sources.find(.dataDirectory)?.value
            return (directory ?? dataDirectory(environment)) + "/secret"
        }
    }

    private static func signing(
        _ sources: ConfigurationSources, beside secretFile: String
    ) throws -> SigningFiles {
        func directory(of path: String) -> String {
            let directory = (path as NSString).deletingLastPathComponent
            return directory.isEmpty ? "." : directory
        }
        let key =
            try sources.find(.signingKeyFile)?.value ?? directory(of: secretFile) + "/signing.key"
        return SigningFiles(
            keyPath: key,
            stateDirectory: try sources.find(.signingStateDirectory)?.value ?? directory(of: key),
            origin: try sources.find(.signingOrigin)?.value)
    }

    /// `/var/lib/pumasi` for root, else `$XDG_STATE_HOME/pumasi` (XDG base directories 0.8, where a
    /// variable that is empty is none).
    static func dataDirectory(_ environment: [String: String]) -> String {
        if geteuid() == 0 { return "/var/lib/pumasi" }
        let home = environment["HOME"] ?? NSHomeDirectory()
        let state = environment["XDG_STATE_HOME"] ?? ""
        return (state.isEmpty ? home + "/.local/state" : state) + "/pumasi"
    }
}

extension DaemonConfiguration: CustomStringConvertible {
    /// Its name alone: at the level debug, ServiceLifecycle logs each service with all it holds,
    /// and among this are the connection strings with their passwords.
    var description: String { "DaemonConfiguration" }
}

extension ConfigurationSources {
    /// Settings with a default always have a value; asking for another kind here is a bug.
    /// - Throws: `CommandFailure` 2 for a value that its setting cannot hold.
    func text(_ setting: Setting) throws -> String {
        guard let found = try find(setting) else {
            preconditionFailure("\(setting.key) has no default")
        }
        return found.value
    }

    func integer(_ setting: Setting) throws -> Int {
        guard let value = Int(try text(setting)) else {
            preconditionFailure("\(setting.key) is no integer setting")
        }
        return value
    }

    func flag(_ setting: Setting) throws -> Bool {
        try text(setting) == "true"
    }

    /// In small letters, in which names of hosts are compared.
    func hosts(_ setting: Setting) throws -> Set<String>? {
        try find(setting).map { Set(Setting.parts(of: $0.value.lowercased())) }
    }
}
