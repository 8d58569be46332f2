/// An installed PostgreSQL: the directory of its programs, and its major version.
package struct Installation: Sendable, Equatable {
    /// The oldest version we run on.
    package static let oldestMajor = 15

    /// Where `postgres`, `initdb` and `pg_ctl` lie.
    package let programs: String
    /// The major version, such as 15.
    package let major: Int

    func program(
        _ name: String, as account: Account?, in workingDirectory: String
    ) -> Program {
        Program("\(programs)/\(name)", as: account, in: workingDirectory)
    }

    /// One of its programs, run as we are.
    package func program(_ name: String) -> Program { Program("\(programs)/\(name)") }

    /// Whether a library that the server can load at its start is installed.
    func hasLibrary(_ name: String) async -> Bool {
        var directories = [programs + "/../lib", programs + "/../lib/postgresql"]
        let configuration = program("pg_config")
        if File.isExecutable(configuration.path),
            let outcome = try? await configuration.run(["--pkglibdir"]), outcome.succeeded
        {
            directories.insert(outcome.firstLine, at: 0)
        }
        return directories.contains {
            FileStatus(of: "\($0)/\(name).\(Platform.libraryExtension)") != nil
        }
    }
}
