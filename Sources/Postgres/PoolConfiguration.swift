/// The limits of a pool.
package struct PoolConfiguration: Sendable {
    package var connection: ConnectionConfiguration
    /// Connections at once, open or opening. Few are faster than many: each is a process of the
    /// server, and beyond a few for each core they only wait for each other.
    package var connectionCountMax = 10
    /// Who has waited this long gets `poolTimeout`: the client behind him gives up too.
    package var waitTimeMaxMs = 5_000
    /// Who would be the next to wait gets `poolQueueFull` at once, instead of waiting in vain.
    package var waiterCountMax = 1_024
    /// A connection idle for this long is asked whether it lives before it is handed out; a
    /// firewall may have forgotten it without a word.
    package var idleCheckMs = 30_000
    /// How long the answer to that may take.
    package var healthCheckMs = 1_000
    /// How often a transaction is run again after a serialization failure, a deadlock or a
    /// connection lost before COMMIT.
    package var retryCountMax = 5

    package init(connection: ConnectionConfiguration) {
        self.connection = connection
    }
}

/// What a pool is doing, for metrics.
package struct PoolStatistics: Sendable, Hashable {
    /// Connections nobody uses.
    package var idle: Int
    /// Connections in use.
    package var busy: Int
    /// Connections being made.
    package var opening: Int
    /// Callers without a connection.
    package var waiting: Int
}
