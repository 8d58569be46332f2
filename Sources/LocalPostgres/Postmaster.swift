#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What `postmaster.pid` in a cluster says (miscadmin.h, "LOCK_FILE_LINE_…"): the server's
/// process, where its socket is and how far it has come.
struct Postmaster: Sendable, Equatable {
    enum Status: String, Sendable { case starting, ready, stopping, standby }

    let processID: Int32
    let port: Int
    let socketDirectory: String
    /// Nil while the server has not yet written it.
    let status: Status?

    /// The file is a few lines; a longer one is not the server's.
    private static let fileBytesMax = 8 * 1024

    static func file(in cluster: String) -> String { cluster + "/postmaster.pid" }

    /// Nil if no server has left its file here, or the file is not whole yet.
    init?(in cluster: String) {
        let path = Postmaster.file(in: cluster)
        guard let text = File.text(of: path, bytesMax: Postmaster.fileBytesMax) else { return nil }
        self.init(text: text)
    }

    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let processID = Int32(first), processID > 0 else {
            return nil
        }
        self.processID = processID
        port = lines.count > 3 ? Int(lines[3]) ?? 0 : 0
        socketDirectory = lines.count > 4 ? String(lines[4]) : ""
        status = lines.count > 7 ? Status(rawValue: String(lines[7].prefix { $0 != " " })) : nil
    }

    /// Whether a process of that number lives, be it the server or not. A zombie counts, since
    /// that is what PostgreSQL itself would see.
    var isNumberTaken: Bool {
        kill(processID, 0) == 0 || errno == EPERM
    }

    /// Whether the process is the server of this cluster. Numbers are used again, above all in
    /// containers, where the same ones come up at every start.
    func isRunning(_ cluster: String) async -> Bool {
        guard isNumberTaken else { return false }
        let words = await commandLine()
        guard let program = words.first else { return false }
        let name = program.split(separator: "/").last ?? ""
        guard name == "postgres" || name == "postmaster" else { return false }
        // Another cluster's server names its own directory here.
        guard let option = words.firstIndex(of: "-D"), option + 1 < words.count,
            words[option + 1].hasPrefix("/")
        else { return true }
        return words[option + 1] == cluster
    }

    private func commandLine() async -> [String] {
        #if os(Linux)
            let text = File.text(
                of: "/proc/\(processID)/cmdline", bytesMax: Postmaster.fileBytesMax)
            return (text ?? "").split(separator: "\0").map(String.init)
        #else
            let outcome = try? await Program("/bin/ps").run(["-o", "args=", "-p", "\(processID)"])
            return (outcome?.firstLine ?? "").split(separator: " ").map(String.init)
        #endif
    }

    /// Declares the process of a left-over file dead by writing a number that no process can have
    /// over its own. Removing the file would be shorter, and wrong: PostgreSQL reads in it
    /// which shared memory to look at, and so finds back ends that outlived their server.
    static func disown(in cluster: String) -> Bool {
        let path = file(in: cluster)
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard let old = File.text(of: path, bytesMax: fileBytesMax) else { return false }
        let rest = old.drop { $0 != "\n" }
        var text = "\(Int32.max)\(rest)"
        return ftruncate(descriptor, 0) == 0
            && text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
    }

    func send(_ mode: StopMode) -> Bool {
        kill(processID, mode.signal) == 0
    }
}
