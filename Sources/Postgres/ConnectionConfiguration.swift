/// How to reach the server and how long to wait for it.
package struct ConnectionConfiguration: Sendable {
    /// Handed to libpq untouched: a URI, `keyword=value` pairs, or empty for the `PG*` variables.
    package var conninfo: String
    /// Shown in `pg_stat_activity`, unless the connection string or `PGAPPNAME` names another.
    package var applicationName: String
    /// The role whose rights the session has; `nil` for those of whoever connects. The server
    /// refuses it to a user who is no member.
    package var role: String?
    /// For one host. libpq ignores its own `connect_timeout` where it does not block.
    package var connectTimeoutMs = 3_000
    /// The server ends a statement after this time. 0 is for ever, and for migrations only.
    package var statementTimeoutMs = 30_000
    /// Waiting longer for a lock means that somebody else is stuck.
    package var lockTimeoutMs = 5_000
    /// A transaction whose client has gone silent holds locks no longer than this.
    package var idleInTransactionTimeoutMs = 30_000
    /// How often the server looks, while a statement runs, whether its client is still there: the
    /// statement of one that is gone ends, and holds its locks no longer.
    package var clientCheckIntervalMs = 5_000
    /// A server that has said nothing for so long beyond the statement timeout is taken for dead
    /// (a frozen machine answers neither statements nor keepalives of a local socket).
    package var silenceMaxMs = 5_000
    /// A cancelled statement that still runs after this time costs its connection.
    package var cancelGraceMs = 5_000
    /// Operations that may wait for their turn on one connection; more is a runaway loop.
    package var turnCountMax = 1_024

    package init(
        conninfo: String, applicationName: String = "pumasi", role: String? = nil
    ) {
        self.conninfo = conninfo
        self.applicationName = applicationName
        self.role = role
    }

    /// Kept below a client's patience: an unanswered probe or unacknowledged byte ends the
    /// connection after about ten seconds, also while libpq tries one of several hosts.
    static let tcpUserTimeoutMs = 10_000

    /// What comes before the connection string is a default that it may override; what comes
    /// after it holds (libpq chapter 34.1, `expand_dbname`).
    var parameters: [(keyword: String, value: String)] {
        var parameters = [
            ("fallback_application_name", applicationName),
            ("target_session_attrs", "read-write"),
            ("keepalives", "1"),
            ("keepalives_idle", "5"),
            ("keepalives_interval", "2"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "\(ConnectionConfiguration.tcpUserTimeoutMs)"),
            ("connect_timeout", "\(max(1, connectTimeoutMs / 1_000))"),
        ]
        if !conninfo.isEmpty { parameters.append(("dbname", conninfo)) }
        parameters.append(("client_encoding", "UTF8"))
        return parameters.map { (keyword: $0.0, value: $0.1) }
    }

    /// Run once after connecting and not given as `options`, which belong to the user. The server
    /// would compile a plan anew at each of its executions: a plan that was made over many rows, as
    /// that of a trigger in an import, would pay for it with every batch.
    var sessionSettings: String {
        let name = role.map { $0.split(separator: "\"", omittingEmptySubsequences: false) }
        let setRole = name.map { "SET ROLE \"\($0.joined(separator: "\"\""))\";" } ?? ""
        return """
            \(setRole)
            SET TimeZone = 'UTC';
            SET standard_conforming_strings = on;
            SET jit = off;
            SET statement_timeout = \(statementTimeoutMs);
            SET lock_timeout = \(lockTimeoutMs);
            SET idle_in_transaction_session_timeout = \(idleInTransactionTimeoutMs);
            SET client_connection_check_interval = \(clientCheckIntervalMs)
            """
    }
}
