import NIOCore

/// A connection in the census, and its ticks (`ConnectionLimits.tickMs`), from its beginning to
/// its end.
struct ConnectionPresence {
    private let address: String?
    private let census: ConnectionCensus
    private let timer: RepeatedTask

    /// `nil` when its address has all the connections it may have; then nothing is counted.
    init?(
        of channel: any Channel, in census: ConnectionCensus, _ limits: ConnectionLimits,
        tick: @escaping @Sendable () -> Void
    ) {
        address = census.address(of: channel)
        guard census.enter(address, max: limits.connectionsPerAddressMax) else { return nil }
        self.census = census
        let period = TimeAmount.milliseconds(Int64(limits.tickMs))
        timer = channel.eventLoop.scheduleRepeatedTask(initialDelay: period, delay: period) { _ in
            tick()
        }
    }

    func end() {
        timer.cancel()
        census.leave(address)
    }
}
