import Foundation
import Hometown
import Testing
import Web

@testable import pumasi

@Suite struct ConfigurationTests {
    /// A directory of its own that is gone afterwards.
    private func withDirectory(_ body: (String) throws -> Void) throws {
        let directory =
            FileManager.default.temporaryDirectory.path
            + "/pumasi-configuration-\(UInt64.random(in: 0...(.max)))"
        try FileManager.default.createDirectory(
            atPath: directory + "/pumasi", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try body(directory)
    }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func failure(_ body: () throws -> Void) -> CommandFailure? {
        do {
            try body()
            return nil
        } catch {
            return error as? CommandFailure
        }
    }

    @Test func `flags beat environment beats files beat defaults`() throws {
        try withDirectory { directory in
            try write("http:\n  port: 1\n  host: here\n", directory + "/pumasi.yaml")
            try write(
                "http.port: 2\nhttp:\n  host: user\nlog:\n  level: debug\n",
                directory + "/pumasi/config.yaml")
            var environment = ["XDG_CONFIG_HOME": directory]
            func port(_ flags: [String: String] = [:]) throws -> ConfigurationSources.Found? {
                try ConfigurationSources(
                    flags: flags, environment: environment, directory: directory
                ).find(.port)
            }
            #expect(try port() == .init(value: "1", origin: directory + "/pumasi.yaml"))
            environment["PUMASI_HTTP_PORT"] = "3"
            #expect(try port() == .init(value: "3", origin: "PUMASI_HTTP_PORT"))
            #expect(try port(["http.port": "4"]) == .init(value: "4", origin: "flag"))
            let sources = try ConfigurationSources(
                environment: environment, directory: directory)
            #expect(try sources.find(.logLevel)?.origin == directory + "/pumasi/config.yaml")
            #expect(try sources.find(.drainSeconds)?.origin == "default")
            #expect(try sources.find(.databaseURL) == nil)
        }
    }

    @Test(arguments: [
        ("http:\n  prot: 1\n", ":2", "http.port"), ("htpp:\n  port: 1\n", ":1", ""),
        ("http:\n  port: many\n", ":2", "http.port"), ("http: 1\n", ":1", ""),
        ("http:\n  port: [1]\n", ":2", "http.port"), ("- a\n", ":1", ""),
        ("http:\n  port: 1\n  port: 2\n", "", ""), ("a: b: c\n", "", ""),
        ("log:\n  level: loud\n", ":2", "trace, debug"),
    ])
    func `a wrong file is refused with its line`(
        text: String, line: String, names: String
    ) throws {
        try withDirectory { directory in
            let path = directory + "/pumasi.yaml"
            try write(text, path)
            let failure = failure {
                _ = try ConfigurationSources(environment: [:], directory: directory)
            }
            #expect(failure?.status == .usage)
            #expect(failure?.message.english.hasPrefix(path + line + ":") == true)
            #expect(names.isEmpty || failure?.message.english.contains(names) == true)
        }
    }

    @Test func `an unknown key is refused wherever it stands`() throws {
        let flag = failure {
            _ = try ConfigurationSources(flags: ["http.prot": "1"], environment: [:])
        }
        #expect(flag?.message.english == "Unknown setting http.prot. Did you mean http.port?")
        #expect(flag?.message.korean == "모르는 설정 http.prot. 혹시 http.port?")
        let variable = failure {
            _ = try ConfigurationSources(environment: ["PUMASI_LOG_LEVLE": "info"])
        }
        #expect(variable?.message.english.contains("PUMASI_LOG_LEVEL?") == true)
        let missing = failure { _ = try ConfigurationSources(environment: [:], file: "/none.yaml") }
        #expect(missing?.status == .usage)
    }

    @Test func `a secret is never taken from the command line`() {
        let failure = failure {
            _ = try ConfigurationSources(
                flags: ["database.url": "postgres://u:p@h/d"], environment: [:])
        }
        #expect(failure?.status == .usage)
        #expect(failure?.message.english.contains("postgres://") == false)
    }

    @Test func `a secret is named but not shown`() throws {
        let found = ConfigurationSources.Found(value: "postgres://u:p@h/d", origin: "f")
        #expect(ConfigurationLine(.databaseURL, found).value == "(hidden)")
        #expect(ConfigurationLine(.port, .init(value: "1", origin: "f")).value == "1")
    }

    @Test func `whoever logs what holds the settings logs no secret`() throws {
        let environment = [
            "PUMASI_DATABASE_URL": "postgres://app:geheim@h/d",
            "PUMASI_DATABASE_OWNER_URL": "postgres://owner:geheim@h/d",
        ]
        let configuration = try DaemonConfiguration(
            ConfigurationSources(environment: environment, directory: "/"),
            environment: environment)
        #expect(configuration.database == .server(conninfo: "postgres://app:geheim@h/d"))
        let checkup = HostCheckup(configuration: configuration)
        #expect(!"\(checkup) \([configuration])".contains("geheim"))
    }

    @Test func `variables are spelt as swift-configuration spells them`() throws {
        for setting in Setting.all {
            let value: String
            switch setting.kind {
            case .text, .list: value = "x"
            case .flag: value = "true"
            case .integer(let range): value = "\(range.upperBound)"
            case .address: value = "127.0.0.1:9100"
            case .choice(let choices): value = choices[0]
            case .choices(let choices): value = choices.joined(separator: ", ")
            }
            let name = ConfigurationSources.variable(for: setting.key)
            let sources = try ConfigurationSources(environment: [name: value], directory: "/")
            #expect(try sources.find(setting) == .init(value: value, origin: name))
        }
    }

    @Test func `how long a list may be is set, and in its bounds`() throws {
        func limits(_ environment: [String: String]) throws -> [Int] {
            let sources = try ConfigurationSources(environment: environment, directory: "/")
            return [
                try sources.integer(.importFileMiBMax), try sources.integer(.importRowsMax),
            ]
        }
        #expect(try limits([:]) == [20, 100_000])
        let set = ["PUMASI_IMPORT_FILE_MI_BMAX": "5", "PUMASI_IMPORT_ROWS_MAX": "70"]
        #expect(try limits(set) == [5, 70])
        let wide = failure { _ = try limits(["PUMASI_IMPORT_FILE_MI_BMAX": "21"]) }
        #expect(wide?.status == .usage)
    }

    @Test func `a commit waits for a standby only where somebody wants it to`() throws {
        func durability(_ environment: [String: String]) throws -> String {
            let sources = try ConfigurationSources(environment: environment, directory: "/")
            return "\(try DaemonConfiguration(sources, environment: environment).durability)"
        }
        #expect(try durability([:]) == "local")
        let variable = "PUMASI_DATABASE_DURABILITY"
        guard case .choice(let words) = Setting.databaseDurability.kind else {
            Issue.record("there is nothing to choose from")
            return
        }
        #expect(words == ["local", "replicated"])
        for word in words { #expect(try durability([variable: word]) == word) }
        let wrong = failure { _ = try durability([variable: "twice"]) }
        #expect(wrong?.status == .usage)
        #expect(wrong?.message.english.contains("local, replicated") == true)
    }

    @Test func `how few are covered is set, and one is no few`() throws {
        func limit(_ value: String?) throws -> Int {
            let environment = value.map { ["PUMASI_PUBLIC_SMALL_COUNT_BELOW": $0] } ?? [:]
            return try ConfigurationSources(environment: environment, directory: "/")
                .integer(.smallCountBelow)
        }
        #expect(try limit(nil) == 5)
        #expect(try limit("2") == 2)
        let none = failure { _ = try limit("1") }
        #expect(none?.status == .usage)
    }

    @Test func `the roles that must have a second factor are named, and are roles`() throws {
        func roles(_ value: String?) throws -> Set<Role> {
            let environment = value.map { ["PUMASI_SESSION_SECOND_FACTOR_ROLES": $0] } ?? [:]
            let sources = try ConfigurationSources(environment: environment, directory: "/")
            return try DaemonConfiguration(sources, environment: environment).secondFactorRoles
        }
        #expect(try roles(nil) == [])
        #expect(try roles("") == [])
        #expect(try roles("operator, manager") == [.operator, .manager])
        for wrong in ["operators", "operator manager", "operator,,chief"] {
            let told = failure { _ = try roles(wrong) }
            #expect(told?.status == .usage, "\(wrong)")
            #expect(told?.message.english.contains("divided by commas: clerk") == true)
        }
    }

    @Test func `every default is a value its setting may hold`() {
        for setting in Setting.all {
            #expect(setting.initial.flatMap { setting.fault(in: $0) } == nil)
            #expect(setting.text.korean != setting.text.english)
        }
    }

    @Test func `an address to listen on is a host and a port, and nothing else`() throws {
        for (text, host, port) in [
            ("127.0.0.1:9100", "127.0.0.1", 9100), ("[::1]:0", "::1", 0),
            ("localhost:65535", "localhost", 65_535),
        ] {
            let address = try #require(ListenAddress(text), "\(text)")
            #expect(address.host == host && address.port == port)
        }
        #expect(ListenAddress("[::1]:0")?.url(port: 81) == "http://[::1]:81")
        for text in [
            "", "9100", ":9100", "127.0.0.1", "127.0.0.1:", "127.0.0.1:+1", "127.0.0.1:65536",
            "::1:9100", "[localhost]:1", "http://h:1", "a b:1", "h:1/metrics",
        ] {
            #expect(ListenAddress(text) == nil, "\(text)")
            let told = failure {
                let sources = try ConfigurationSources(
                    flags: ["metrics.listen": text], environment: [:], directory: "/")
                _ = try DaemonConfiguration(sources, environment: [:])
            }
            #expect(told?.status == .usage)
            #expect(told?.message.english.hasPrefix("metrics.listen: ") == true)
        }
    }

    @Test func `an address of IPv6 stands in brackets`() throws {
        func address(_ host: String) throws -> String {
            let sources = try ConfigurationSources(
                flags: ["http.host": host], environment: [:], directory: "/")
            return try DaemonConfiguration(sources, environment: [:]).address.url(port: 81)
        }
        #expect(try address("::1") == "http://[::1]:81")
        #expect(try address("127.0.0.1") == "http://127.0.0.1:81")
    }

    @Test func `the database is ours unless one is named`() throws {
        func database(
            _ environment: [String: String], _ flags: [String: String] = [:]
        ) throws -> DaemonConfiguration.Database {
            let sources = try ConfigurationSources(
                flags: flags, environment: environment, directory: "/")
            return try DaemonConfiguration(sources, environment: environment).database
        }
        let url = "postgres://h/d"
        #expect(try database(["DATABASE_URL": url]) == .server(conninfo: url))
        #expect(try database(["PGHOST": "h"]) == .server(conninfo: ""))
        #expect(
            try database(["PGHOST": "h", "PUMASI_DATABASE_URL": url]) == .server(conninfo: url))
        #expect(
            try database(["DATABASE_URL": url], ["data.directory": "/d"])
                == .ownCluster(directory: "/d"))
        #expect(
            try database(["PUMASI_DATA_DIRECTORY": "/e"]) == .ownCluster(directory: "/e"))
        // As deploy/up takes them, too.
        let empty = ["DATABASE_URL": "", "PGHOST": "", "PUMASI_DATA_DIRECTORY": "/e"]
        #expect(try database(empty) == .ownCluster(directory: "/e"))
    }

    @Test func `a database that is named the usual way is told, and its password`() throws {
        func configuration(_ environment: [String: String]) throws -> DaemonConfiguration {
            let sources = try ConfigurationSources(environment: environment, directory: "/")
            return try DaemonConfiguration(sources, environment: environment)
        }
        let named = try configuration(["DATABASE_URL": "postgres://u@h/d"])
        let line = try #require(named.settings.first { $0.key == "database.url" })
        #expect(line.value == "(hidden)" && line.origin == "DATABASE_URL")
        #expect(named.openSecrets == [])
        for secret in ["postgres://u:p@h/d", "host=h password=p", "postgres://h/d?password=p"] {
            #expect(
                try configuration(["DATABASE_URL": secret]).openSecrets == ["DATABASE_URL"],
                "\(secret)")
        }
        let own = try configuration(["PGHOST": "h", "PGPASSWORD": "p"])
        #expect(own.openSecrets == ["PGPASSWORD"])
        let stronger = ["DATABASE_URL": "postgres://u:p@h/d", "PUMASI_DATABASE_URL": "host=h"]
        #expect(try configuration(stronger).openSecrets == ["PUMASI_DATABASE_URL"])
        #expect(try configuration(["PGPASSWORD": "p"]).openSecrets == [])
    }

    @Test func `what holds nothing is refused where it would mean something`() throws {
        try withDirectory { directory in
            for text in ["mail.from:\n", "mail:\n  from: ~\n", "mail.from: ''\n", "http.port:\n"] {
                try write(text, directory + "/pumasi.yaml")
                let told = failure {
                    let sources = try ConfigurationSources(environment: [:], directory: directory)
                    _ = try DaemonConfiguration(sources, environment: [:])
                }
                #expect(told?.status == .usage, "\(text)")
                #expect(told?.message.english.contains("holds nothing") == true, "\(text)")
            }
        }
        let variable = failure {
            let environment = ["PUMASI_DATA_DIRECTORY": ""]
            let sources = try ConfigurationSources(environment: environment, directory: "/")
            _ = try DaemonConfiguration(sources, environment: environment)
        }
        #expect(variable?.message.english.hasPrefix("PUMASI_DATA_DIRECTORY: ") == true)
        // Of lists nothing means none: no proxy is believed, nothing is sent anywhere.
        let environment = [
            "PUMASI_HTTP_PROXIES": "", "PUMASI_DELIVERY_ALLOWED_HOSTS": "",
            "PUMASI_HTTP_BEHIND_TLS": "true", "PUMASI_DELIVERY_PRIVATE_HOSTS": "Intra, B",
        ]
        let configuration = try DaemonConfiguration(
            ConfigurationSources(environment: environment, directory: "/"),
            environment: environment)
        #expect(configuration.proxies == [])
        #expect(configuration.allowedHosts == [])
        #expect(configuration.privateHosts == ["intra", "b"])
    }

    @Test func `a directory of the user's that is named by nothing is the usual one`() {
        let environment = ["HOME": "/h", "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""]
        #expect(
            ConfigurationSources.paths(nil, environment, "/w") == [
                "/w/pumasi.yaml", "/h/.config/pumasi/config.yaml", "/etc/pumasi/config.yaml",
            ])
        let state = geteuid() == 0 ? "/var/lib/pumasi" : "/h/.local/state/pumasi"
        #expect(DaemonConfiguration.dataDirectory(environment) == state)
    }

    @Test func `only an address of this machine is one without HTTPS`() throws {
        for (host, isOpen) in [
            ("127.0.0.1", false), ("127.8.9.10", false), ("localhost", false), ("::1", false),
            ("127.0.0.1.example.org", true), ("0.0.0.0", true), ("::", true), ("7f00::1", true),
        ] {
            let sources = try ConfigurationSources(
                flags: ["http.host": host], environment: [:], directory: "/")
            let configuration = try DaemonConfiguration(sources, environment: [:])
            #expect(configuration.isOpenTransport == isOpen, "\(host)")
        }
    }
}
