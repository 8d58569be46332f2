extension PostgresError {
    /// What an operator can do about it, where there is something to do.
    package var hint: String? {
        guard let sqlState else {
            return switch cause {
            case .cannotConnect: "Check that PostgreSQL runs and that its address is right."
            case .poolTimeout, .poolQueueFull:
                "Raise the number of connections, or look for statements that hold them."
            default: nil
            }
        }
        return switch sqlState {
        case .invalidPassword, .invalidAuthorization:
            "Check the user and the password, and the server's pg_hba.conf."
        case .unknownDatabase: "Create the database, or name another one."
        case .tooManyConnections:
            "Raise max_connections of the server, or lower the pool's connectionCountMax."
        case .cannotConnectNow: "The server is starting or stopping; wait for it."
        case .readOnlyTransaction: "Name every host of the cluster; this one is a standby."
        case .insufficientPrivilege: "The role lacks a right; run the migrations as the owner."
        case .undefinedTable: "The schema is not there; run the migrations."
        case .diskFull: "The server's disk is full; free some space, then restart it."
        case .inputOutputError: "The server's disk fails; stop writing and look at its log."
        case .lockNotAvailable: "Another transaction holds the lock; look at pg_locks."
        default: nil
        }
    }
}
