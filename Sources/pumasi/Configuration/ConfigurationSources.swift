import Configuration
import Foundation
import Hometown

/// Where settings come from, strongest first: flags, environment, credentials of the supervisor,
/// `./pumasi.yaml`, the user's file, the machine's, `DATABASE_URL`, defaults. Each layer is a
/// provider of swift-configuration; this adds what it leaves open, that an unknown key is an error.
struct ConfigurationSources {
    /// A layer and what an operator calls it.
    private struct Layer {
        let name: String
        let provider: any ConfigProvider
    }

    /// A value and where it came from.
    struct Found: Equatable {
        let value: String
        /// `flag`, `PUMASI_HTTP_PORT`, the path of a file, `default`.
        let origin: String
    }

    /// What other programs too are told the database by.
    static let databaseVariable = "DATABASE_URL"

    private let layers: [Layer]

    /// - Parameters:
    ///   - flags: by key.
    ///   - file: instead of the usual three; must exist.
    /// - Throws: `CommandFailure` 2 for what no setting is or takes, and for a file of no YAML.
    init(
        flags: [String: String] = [:], environment: [String: String], file: String? = nil,
        directory: String = FileManager.default.currentDirectoryPath
    ) throws {
        try ConfigurationSources.check(flags)
        try ConfigurationSources.checkNames(of: environment)
        var layers = [
            Layer(name: "flag", provider: ConfigurationSources.provider(flags)),
            Layer(
                name: "environment",
                provider: EnvironmentVariablesProvider(environmentVariables: environment)
                    .prefixKeys(with: "pumasi")),
            Layer(
                name: "credential",
                provider: ConfigurationSources.provider(
                    ConfigurationSources.credentials(environment["CREDENTIALS_DIRECTORY"]))),
        ]
        for path in ConfigurationSources.paths(file, environment, directory) {
            guard let found = try ConfigurationFile(path: path) else {
                guard file == nil else { throw ConfigurationSources.missing(path) }
                continue
            }
            layers.append(
                Layer(name: path, provider: ConfigurationSources.provider(found.values)))
        }
        // As everywhere, a variable that is empty names no database.
        if let url = environment[ConfigurationSources.databaseVariable], !url.isEmpty {
            layers.append(
                Layer(
                    name: ConfigurationSources.databaseVariable,
                    provider: ConfigurationSources.provider([Setting.databaseURL.key: url])))
        }
        self.layers = layers
    }

    /// - Throws: `CommandFailure` 2 when the environment holds what the setting cannot.
    func find(_ setting: Setting) throws -> Found? {
        let key = AbsoluteConfigKey(setting.key.split(separator: ".").map(String.init))
        for layer in layers {
            let result = try layer.provider.value(forKey: key, type: .string)
            guard case .string(let value) = result.value?.content else { continue }
            let isVariable = layer.name == "environment"
            let origin = isVariable ? result.encodedKey : layer.name
            if let fault = setting.fault(in: value) {
                throw CommandFailure(
                    .usage, Bilingual("\(origin): \(fault.korean)", "\(origin): \(fault.english)"))
            }
            return Found(value: value, origin: origin)
        }
        return setting.initial.map { Found(value: $0, origin: "default") }
    }

    /// Secrets that a supervisor passes as files, each named like its setting (systemd.exec(5),
    /// LoadCredential).
    private static func credentials(_ directory: String?) -> [String: String] {
        guard let directory else { return [:] }
        var values: [String: String] = [:]
        for setting in Setting.all where setting.isSecret {
            let data = FileManager.default.contents(atPath: "\(directory)/\(setting.key)")
            values[setting.key] = data.flatMap { String(validating: $0, as: UTF8.self) }?
                .trimmingCharacters(in: .newlines)
        }
        return values
    }

    private static func provider(_ values: [String: String]) -> InMemoryProvider {
        InMemoryProvider(
            values: Dictionary(
                uniqueKeysWithValues: values.map { key, value in
                    (
                        AbsoluteConfigKey(key.split(separator: ".").map(String.init)),
                        ConfigValue(.string(value), isSecret: false)
                    )
                }))
    }

    private static func check(_ flags: [String: String]) throws {
        for (key, value) in flags.sorted(by: { $0.key < $1.key }) {
            guard let setting = Setting.named(key) else {
                throw CommandFailure(.usage, UnknownSetting.text(key))
            }
            guard !setting.isSecret else { throw secretFlag(key) }
            if let fault = setting.fault(in: value) {
                throw CommandFailure(
                    .usage, Bilingual("\(key): \(fault.korean)", "\(key): \(fault.english)"))
            }
        }
    }

    /// Every `PUMASI_…` variable must be a setting's: a misspelt one would silently do nothing.
    private static func checkNames(of environment: [String: String]) throws {
        let known = Setting.all.map { variable(for: $0.key) }
        for name in environment.keys.sorted() where name.hasPrefix("PUMASI_") {
            guard !known.contains(name) else { continue }
            let nearest = NearestName.of(name, among: known)
            throw CommandFailure(
                .usage,
                Bilingual(
                    "모르는 환경 변수 \(name)." + (nearest.map { " 혹시 \($0)?" } ?? ""),
                    "Unknown variable \(name)." + (nearest.map { " Did you mean \($0)?" } ?? "")))
        }
    }

    /// `http.behindTls` is `PUMASI_HTTP_BEHIND_TLS`, as swift-configuration spells it, and
    /// `import.fileMiBMax` is `PUMASI_IMPORT_FILE_MI_BMAX`: a word begins after a small letter.
    static func variable(for key: String) -> String {
        var name = "PUMASI_"
        var isAfterSmall = false
        for character in key {
            if character.isUppercase, isAfterSmall { name.append("_") }
            name.append(character == "." ? "_" : character.uppercased())
            isAfterSmall = character.isLowercase
        }
        return name
    }

    /// The files that may hold settings, strongest first.
    static func paths(
        _ file: String?, _ environment: [String: String], _ directory: String
    ) -> [String] {
        if let file { return [file] }
        let home = environment["HOME"].map { $0 + "/.config" }
        let named = environment["XDG_CONFIG_HOME"] ?? ""
        let user = named.isEmpty ? home : named
        return [directory + "/pumasi.yaml", user.map { $0 + "/pumasi/config.yaml" }]
            .compactMap { $0 } + ["/etc/pumasi/config.yaml"]
    }

    private static func missing(_ path: String) -> CommandFailure {
        CommandFailure(.usage, Bilingual("\(path): 없는 파일입니다.", "\(path): no such file."))
    }

    private static func secretFlag(_ key: String) -> CommandFailure {
        CommandFailure(
            .usage,
            Bilingual(
                "\(key): 비밀이라 명령줄로 줄 수 없습니다. 파일이나 환경 변수로 주십시오.",
                "\(key) is a secret and no flag takes it. Use a file or the environment."))
    }
}
