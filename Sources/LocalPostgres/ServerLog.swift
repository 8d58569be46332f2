/// The log that the server writes in its cluster.
struct ServerLog: Sendable {
    /// Beyond this the log is put aside at the next start, as `server.log.1`, in bytes.
    private static let sizeBytesMax = 16 << 20
    /// What an error repeats of it, in bytes.
    private static let tailBytesMax = 4 * 1024

    let path: String

    init(cluster: String) {
        path = cluster + "/server.log"
    }

    var sizeBytes: Int { FileStatus(of: path)?.sizeBytes ?? 0 }

    func rotate() {
        // A log that cannot be put aside only grows on; that must not keep the server down.
        if sizeBytes > ServerLog.sizeBytesMax { _ = File.move(path, to: path + ".1") }
    }

    /// The end of what was written since the log had `offset` bytes.
    func tail(since offset: Int) -> String {
        var text = File.text(of: path, from: offset, bytesMax: ServerLog.tailBytesMax) ?? ""
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }

    /// Back ends of a server that was killed still hold its memory; they go by themselves, as
    /// soon as they notice.
    static func tellsOfSurvivors(_ text: String) -> Bool {
        text.contains("pre-existing shared memory block")
    }

    /// Why a program of PostgreSQL failed, judged by what it wrote, and what to do about it.
    static func explain(_ message: String, log text: String, path: String) -> LocalPostgresError {
        let (kind, hint) = judge(text, path: path)
        return LocalPostgresError(kind, message, hint: hint, log: text)
    }

    private static func judge(
        _ text: String, path: String
    ) -> (LocalPostgresError.Kind, String) {
        func says(_ parts: String...) -> Bool { parts.contains(where: text.contains) }
        // The server says "wrote only 4096 of 8192 bytes" of a file that it could not lengthen.
        if says("No space left on device", "Disk quota exceeded", "wrote only ") {
            return (.diskFull, "Free some space on the disk of \(path), then start again.")
        }
        if says("Unix-domain socket", "could not bind Unix address", "could not create Unix socket")
        {
            return (.socket, "Remove what is left of the socket, or choose a shorter directory.")
        }
        if says("initialized by PostgreSQL version") {
            return (.unsuitableVersion, "Install the version that made the cluster.")
        }
        if says("wrong ownership", "invalid permissions", "Permission denied") {
            return (.wrongOwner, "Check the owner and the permissions under \(path).")
        }
        // Of what initdb says, "selecting dynamic shared memory implementation" is a step that went
        // well.
        if says(
            "shared memory segment", "anonymous shared memory", "Cannot allocate memory",
            "semaphore")
        {
            return (.startFailed, "Give the machine more (shared) memory, or stop other servers.")
        }
        return (.startFailed, "Read the whole log in \(path).")
    }
}
