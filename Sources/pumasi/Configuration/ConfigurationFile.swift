import Configuration
import Foundation
import Hometown
import Yams

/// One YAML file of settings, checked against the table line by line.
struct ConfigurationFile {
    let values: [String: String]

    /// - Returns: `nil` when there is no such file.
    /// - Throws: `CommandFailure` 2 with path and line.
    init?(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            guard !FileManager.default.fileExists(atPath: path) else {
                throw ConfigurationFile.failure(
                    path, nil, Bilingual("파일을 읽을 수 없습니다.", "The file cannot be read."))
            }
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationFile.failure(path, nil, Bilingual("UTF-8이 아닙니다.", "Not UTF-8."))
        }
        values = try ConfigurationFile.values(of: text, at: path)
    }

    private static func values(of text: String, at path: String) throws -> [String: String] {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw failure(path, nil, Bilingual("YAML이 아닙니다: \(error)", "Not YAML: \(error)"))
        }
        var values: [String: String] = [:]
        if let root { try collect(root, under: "", from: path, into: &values) }
        return values
    }

    private static func collect(
        _ node: Node, under prefix: String, from path: String, into values: inout [String: String]
    ) throws {
        guard case .mapping(let mapping) = node else {
            throw failure(
                path, node.mark,
                Bilingual("이름: 값의 모음이어야 합니다.", "It must be a mapping of names to values."))
        }
        for (name, value) in mapping {
            let key = prefix + (name.string ?? "")
            if let setting = Setting.named(key) {
                values[key] = try self.value(of: setting, value, path)
            } else if Setting.all.contains(where: { $0.key.hasPrefix(key + ".") }) {
                try collect(value, under: key + ".", from: path, into: &values)
            } else {
                throw failure(path, name.mark, UnknownSetting.text(key))
            }
        }
    }

    private static func value(of setting: Setting, _ node: Node, _ path: String) throws -> String {
        guard node.null == nil else {
            let text = Setting.nothing
            throw failure(
                path, node.mark,
                Bilingual("\(setting.key): \(text.korean)", "\(setting.key): \(text.english)"))
        }
        guard case .scalar(let scalar) = node else {
            throw failure(
                path, node.mark,
                Bilingual("\(setting.key): 값 하나여야 합니다.", "\(setting.key): takes a single value."))
        }
        if let fault = setting.fault(in: scalar.string) {
            throw failure(
                path, scalar.mark,
                Bilingual("\(setting.key): \(fault.korean)", "\(setting.key): \(fault.english)"))
        }
        return scalar.string
    }

    private static func failure(_ path: String, _ mark: Mark?, _ text: Bilingual) -> CommandFailure
    {
        let place = mark.map { "\(path):\($0.line)" } ?? path
        return CommandFailure(
            .usage, Bilingual("\(place): \(text.korean)", "\(place): \(text.english)"))
    }
}

/// What is said about a key that is not in the table.
enum UnknownSetting {
    static func text(_ key: String) -> Bilingual {
        guard let nearest = NearestName.of(key, among: Setting.all.map(\.key)) else {
            return Bilingual(
                "모르는 설정 \(key). 목록은 pumasi config show에 있습니다.",
                "Unknown setting \(key). pumasi config show lists them.")
        }
        return Bilingual(
            "모르는 설정 \(key). 혹시 \(nearest)?", "Unknown setting \(key). Did you mean \(nearest)?")
    }
}
