import Foundation
import Hometown
import Interchange
import Ledger
import Web

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
        return machine + book + (await signedLog(ledger))
    }

    /// The same where the ledger could not be opened: the machine, and why.
    func lines(without failure: CommandFailure) -> [CheckupLine] {
        let line = CheckupLine(
            "database", Bilingual("데이터베이스", "Database"), .failing, failure.message,
            hint: failure.hint)
        return machine + [line]
    }

    /// What can be told within seconds and without the database: the machine, and what the daemon
    /// says of itself.
    func quickLines() async -> [CheckupLine] {
        machine + [await DaemonProbe(configuration).line()]
    }

    /// Whether the book goes on from what was signed. One that came back older, or with the key of
    /// another, is signed no more, and whoever asks only the database hears nothing of it.
    private func signedLog(_ ledger: Ledger) async -> [CheckupLine] {
        let name = Bilingual("서명 이력", "Signed before")
        func failing(_ value: Bilingual, _ hint: Bilingual?) -> [CheckupLine] {
            [CheckupLine("signed_log", name, .failing, value, hint: hint)]
        }
        do {
            guard let key = try configuration.signing.key() else { return [] }
            let log = try await SignedLog(of: ledger, configuration.signing, key: key)
            let size = (log.remembered ?? log.ours)?.size ?? 0
            return [
                CheckupLine(
                    "signed_log", name, .ok,
                    Bilingual(
                        "\(size)건까지 서명한 로그가 이어짐",
                        "the log of \(size) entries, which goes on"))
            ]
        } catch let refusal as SigningRefusal {
            let text = refusal.description
            return failing(
                Bilingual(text, text),
                Bilingual(
                    "서명이 멈추었고 기록은 이어집니다. 백업을 되돌렸다면 README의 복구 순서를 따르십시오.",
                    "Nothing is signed while recording goes on. After a restore, go on as the "
                        + "README tells."))
        } catch LedgerFailure.damaged {
            return failing(
                Bilingual("로그의 타일이 손상됨", "the tiles of the log are damaged"),
                Bilingual("pumasi ledger verify로 확인하십시오.", "See pumasi ledger verify."))
        } catch let failure as CommandFailure {
            return failing(failure.message, failure.hint)
        } catch {
            // A database that is away is a line of the book's.
            return []
        }
    }

    private var machine: [CheckupLine] {
        [version, transport, encoding] + secrets + disks + files
    }

    private var version: CheckupLine {
        let system = ProcessInfo.processInfo.operatingSystemVersionString
        let value = "Pumasi \(Version.text), \(system)"
        return CheckupLine(
            "version", Bilingual("프로그램", "Program"), .ok, Bilingual(value, value))
    }

    /// How browsers and programs reach the daemon.
    private var transport: CheckupLine {
        let name = Bilingual("연결", "Transport")
        let (host, port) = (configuration.host, configuration.port)
        guard !configuration.isBehindTLS else {
            return CheckupLine(
                "transport", name, .ok,
                Bilingual(
                    "\(host):\(port), 앞에 HTTPS 프록시", "\(host):\(port), an HTTPS proxy before it"))
        }
        guard configuration.isOpenTransport else {
            return CheckupLine(
                "transport", name, .ok,
                Bilingual(
                    "\(host):\(port), 이 컴퓨터에서만. HTTP라서 쿠키에 Secure가 없음",
                    "\(host):\(port), this machine alone; plain HTTP, cookies without Secure"))
        }
        return CheckupLine(
            "transport", name, .failing,
            Bilingual(
                "\(host):\(port), 다른 컴퓨터에서 HTTP로 닿음",
                "\(host):\(port), which others reach in plain HTTP"),
            hint: Bilingual(
                "이대로는 켜지지 않습니다. HTTPS 프록시를 앞에 두고 http.behindTls를 true로 하십시오.",
                "It does not start like this. Put an HTTPS proxy before it and set http.behindTls.")
        )
    }

    /// Whether lists from spreadsheets can be read and written. Tried once, at the first question:
    /// some systems keep CP949 in a package of its own. 똠 is not in EUC-KR, its smaller namesake.
    static let knowsCP949: Bool = {
        let pair = (wide: Array("똠".utf8), narrow: [0x8C, 0x63] as [UInt8])
        guard let reader = try? TextConverter(from: .cp949),
            let writer = try? TextConverter(to: .cp949)
        else { return false }
        return pair.narrow.withUnsafeBytes { reader.convert($0) } == .success(pair.wide)
            && pair.wide.withUnsafeBytes { writer.convert($0) } == .success(pair.narrow)
    }()

    private var encoding: CheckupLine {
        let name = Bilingual("한글 인코딩", "Encodings")
        guard !Self.knowsCP949 else {
            return CheckupLine(
                "encoding", name, .ok, Bilingual("UTF-8, CP949", "UTF-8, CP949"))
        }
        return CheckupLine(
            "encoding", name, .warning,
            Bilingual("CP949를 읽고 쓸 수 없음", "CP949 can be neither read nor written"),
            hint: Bilingual(
                "libc-gconv-modules-extra를 설치하십시오. UTF-8 목록은 그대로 됩니다.",
                "Install libc-gconv-modules-extra. Lists in UTF-8 work all the same."))
    }

    private var secrets: [CheckupLine] {
        configuration.openSecrets.map { variable in
            CheckupLine(
                "secret_in_environment", Bilingual("환경 변수의 비밀", "Secret in the environment"),
                .warning, Bilingual(variable, variable),
                hint: Bilingual(
                    "설정 파일이나 systemd 자격 증명(LoadCredential)으로 옮기십시오.",
                    "Move it into the settings file or a credential of systemd (LoadCredential)."))
        }
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
                    Bilingual("\(directory): 볼 수 없음", "\(directory) cannot be read"),
                    hint: Bilingual(
                        "디렉터리와 그 권한을 보십시오.", "Look at the directory and its rights."))
            ]
        }
        let share = Double(free) / Double(total)
        let state: CheckupLine.State =
            share < Self.emptyShare ? .failing : share < Self.lowShare ? .warning : .ok
        let (room, size) = (Self.size(free), Self.size(total))
        return [
            CheckupLine(
                "disk", name, state,
                Bilingual(
                    "\(directory): \(size) 가운데 \(room) 빔",
                    "\(directory): \(room) of \(size) free"),
                hint: state == .ok
                    ? nil
                    : Bilingual(
                        "자리가 없으면 기록이 멈춥니다. 비우거나 디스크를 늘리십시오.",
                        "Without room recording stops. Free some, or add a disk."))
        ]
    }

    private static func size(_ bytes: Int64) -> String {
        bytes < 10 << 30 ? "\(bytes >> 20) MiB" : "\(bytes >> 30) GiB"
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
