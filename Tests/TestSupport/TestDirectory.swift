import Subprocess

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A directory in memory or under /tmp, short enough for a socket, that goes with this object, or
/// with the process, even one that is killed: a shell in a session of its own waits for the end of
/// its input, which only this process holds open, ends a server that still runs there, and removes
/// everything.
package final class TestDirectory: Sendable {
    package let path: String
    private let release: AsyncStream<Never>.Continuation

    /// Where directories are made. A database is a thousand files, which a disk takes a quarter of
    /// a second to make and to forget; Linux's shared memory takes them where it is not the usual
    /// 64 MB of a container.
    private static let root: String = {
        var figures = statvfs()
        let roomMin = UInt64(2) << 30
        guard statvfs("/dev/shm", &figures) == 0, access("/dev/shm", W_OK) == 0,
            UInt64(figures.f_bavail) * UInt64(figures.f_frsize) >= roomMin
        else { return "/tmp" }
        return "/dev/shm"
    }()

    /// `$1` is the directory. Directories of processes that died before their shell ran go too.
    private static let cleaning = """
        clean() {
            file=$1/data/cluster/postmaster.pid
            pid=$(head -n 1 "$file" 2>/dev/null)
            [ -n "$pid" ] && kill -QUIT "$pid" 2>/dev/null
            tries=100
            while [ -e "$file" ] && kill -0 "$pid" 2>/dev/null && [ $((tries -= 1)) -gt 0 ]
            do sleep 0.1; done
            rm -rf -- "$1"
        }
        read -r line
        clean "$1"
        for left in "${1%/*}"/pumasi-test-*-*; do
            owner=${left##*/pumasi-test-}
            kill -0 "${owner%%-*}" 2>/dev/null || clean "$left"
        done
        """

    package init() {
        var template = Array("\(TestDirectory.root)/pumasi-test-\(getpid())-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no directory can be made")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The account that runs the server must be able to pass.
        chmod(path, 0o711)
        let (released, release) = AsyncStream<Never>.makeStream()
        self.release = release
        let path = path
        Task.detached {
            var options = PlatformOptions()
            options.createSession = true
            _ = try? await Subprocess.run(
                .name("sh"), arguments: ["-c", TestDirectory.cleaning, "sh", path],
                platformOptions: options, input: .inputWriter, output: .discarded,
                error: .discarded
            ) { _ in
                for await _ in released {}
            }
        }
    }

    deinit {
        release.finish()
    }
}
