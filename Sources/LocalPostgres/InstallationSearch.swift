/// Where to look for PostgreSQL.
package struct InstallationSearch: Sendable {
    /// Patterns of glob(3), each a directory of programs.
    let patterns: [String]

    package init(patterns: [String]) {
        self.patterns = patterns
    }

    /// Debian and Ubuntu, Red Hat, Homebrew on both kinds of Mac, and `PATH`.
    package static var standard: InstallationSearch {
        let paths = (Platform.environment("PATH") ?? "").split(separator: ":").map(String.init)
        return InstallationSearch(
            patterns: [
                "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin",
                "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
            ] + paths.filter { $0.hasPrefix("/") })
    }

    /// The newest installation; or, for a cluster that exists, the one of its version, since a
    /// server opens no cluster of another major version.
    package func find(forClusterOfMajor wanted: Int? = nil) async throws -> Installation {
        let all = await installations()
        guard !all.isEmpty else {
            throw LocalPostgresError(
                .missing, "PostgreSQL is not installed: no initdb, pg_ctl and postgres found.",
                hint: Platform.installAdvice + ", or name a server of your own in DATABASE_URL.")
        }
        let found = all.map { "\($0.major)" }.joined(separator: ", ")
        if let wanted {
            if let match = all.first(where: { $0.major == wanted }) { return match }
            throw LocalPostgresError(
                .unsuitableVersion,
                "The cluster was made by PostgreSQL \(wanted); installed: \(found).",
                hint: "Install PostgreSQL \(wanted) again, or carry the cluster over (pg_upgrade).")
        }
        if let newest = all.first, newest.major >= Installation.oldestMajor { return newest }
        throw LocalPostgresError(
            .unsuitableVersion,
            "PostgreSQL \(Installation.oldestMajor) or newer is needed; installed: \(found).",
            hint: Platform.installAdvice)
    }

    /// Every complete installation, newest first; of one version, the pattern named first.
    private func installations() async -> [Installation] {
        var directories = patterns.flatMap(File.matches)
        for directory in directories where File.isExecutable("\(directory)/pg_config") {
            let outcome = try? await Program("\(directory)/pg_config").run(["--bindir"])
            if let outcome, outcome.succeeded { directories.append(outcome.firstLine) }
        }
        var installations: [Installation] = []
        for directory in directories
        where !installations.contains(where: { $0.programs == directory })
            && ["initdb", "pg_ctl", "postgres"].allSatisfy({
                File.isExecutable("\(directory)/\($0)")
            })
        {
            guard let outcome = try? await Program("\(directory)/postgres").run(["--version"]),
                let major = InstallationSearch.major(in: outcome.firstLine)
            else { continue }
            installations.append(Installation(programs: directory, major: major))
        }
        // The position breaks ties: Swift's sort promises no stability.
        return installations.enumerated()
            .sorted { ($1.element.major, $0.offset) < ($0.element.major, $1.offset) }
            .map(\.element)
    }

    /// 15 of `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, and of `17beta1`.
    static func major(in version: String) -> Int? {
        let words = version.split(separator: " ")
        guard let place = words.firstIndex(of: "(PostgreSQL)"), place + 1 < words.count else {
            return nil
        }
        return Int(words[place + 1].prefix { $0.isNumber })
    }
}
