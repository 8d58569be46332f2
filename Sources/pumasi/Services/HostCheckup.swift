import Foundation
import Hometown
import Ledger

/// 기계 점검. What the ledger cannot say of the machine it runs on.
struct HostCheckup: Sendable {
    /// Below these shares of free room somebody has to look, and then to act at once.
    private static let lowShare = 0.1
    private static let emptyShare = 0.02

    let configuration: DaemonConfiguration

    /// All that `pumasi doctor` and the console tell, the machine first.
    func lines(_ ledger: Ledger) async -> [CheckupLine] {
        let book = await ledger.checkup(
            overdueAfterSeconds: Int64(configuration.overdueAfterSeconds))
        return [version] + disks + files + book
    }

    private var version: CheckupLine {
        let system = ProcessInfo.processInfo.operatingSystemVersionString
        let value = "Pumasi \(Version.text), \(system)"
        return CheckupLine(
            "version", Bilingual("프로그램", "Program"), .ok, Bilingual(value, value))
    }

    /// Of the data directory, or of the secret where the database is elsewhere.
    private var disks: [CheckupLine] {
        let directory =
            switch configuration.database {
            case .ownCluster(let directory): directory
            case .server: (configuration.secretFile as NSString).deletingLastPathComponent
            }
        let name = Bilingual("데이터 디렉터리", "Data directory")
        guard
            let facts = try? FileManager.default.attributesOfFileSystem(forPath: directory),
            let total = (facts[.systemSize] as? NSNumber)?.int64Value, total > 0,
            let free = (facts[.systemFreeSize] as? NSNumber)?.int64Value
        else {
            return [
                CheckupLine(
                    "disk", name, .warning,
                    Bilingual("\(directory)을 볼 수 없음", "\(directory) cannot be read"),
                    hint: Bilingual(
                        "디렉터리와 그 권한을 보십시오.", "Look at the directory and its rights."))
            ]
        }
        let share = Double(free) / Double(total)
        let state: CheckupLine.State =
            share < Self.emptyShare ? .failing : share < Self.lowShare ? .warning : .ok
        let (freeGiB, totalGiB) = (free >> 30, total >> 30)
        return [
            CheckupLine(
                "disk", name, state,
                Bilingual(
                    "\(directory): \(totalGiB) GiB 가운데 \(freeGiB) GiB 빔",
                    "\(directory): \(freeGiB) of \(totalGiB) GiB free"),
                hint: state == .ok
                    ? nil
                    : Bilingual(
                        "자리가 없으면 기록이 멈춥니다. 비우거나 디스크를 늘리십시오.",
                        "Without room recording stops. Free some, or add a disk."))
        ]
    }

    /// What must be there for every start, and be nobody else's to read.
    private var files: [CheckupLine] {
        [
            ("secret", Bilingual("비밀키 파일", "Secret"), configuration.secretFile),
            (
                "signing_key", Bilingual("서명 열쇠", "Signing key"),
                configuration.signing.keyPath
            ),
        ].map { code, name, path in
            let facts = try? FileManager.default.attributesOfItem(atPath: path)
            guard let mode = (facts?[.posixPermissions] as? NSNumber)?.intValue else {
                return CheckupLine(
                    code, name, .warning,
                    Bilingual("\(path)에 없음", "not at \(path)"),
                    hint: Bilingual(
                        "데몬을 처음 켤 때 만듭니다. 옮겼다면 설정에 적으십시오.",
                        "The first start makes it. If it was moved, name it in the settings."))
            }
            let isOpen = mode & 0o077 != 0
            return CheckupLine(
                code, name, isOpen ? .warning : .ok, Bilingual(path, path),
                hint: isOpen
                    ? Bilingual(
                        "다른 사람이 읽을 수 있습니다. chmod 600 하십시오.",
                        "Others can read it: chmod 600.") : nil)
        }
    }
}
