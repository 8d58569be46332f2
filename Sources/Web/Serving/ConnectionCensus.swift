import NIOCore
import Synchronization

/// How many connections are open, and from where.
package final class ConnectionCensus: Sendable {
    private struct State {
        var open = 0
        var byAddress: [String: Int] = [:]
    }

    private let state = Mutex(State())
    /// Everybody's connections come from these.
    private let proxies: Set<String>

    package init(proxies: Set<String> = []) {
        self.proxies = proxies
    }

    package var open: Int {
        state.withLock { $0.open }
    }

    /// - Returns: false when `address` has all it may have; then nothing is counted.
    func enter(_ address: String?, max: Int) -> Bool {
        state.withLock { state in
            if let address {
                let count = state.byAddress[address, default: 0]
                guard count < max else { return false }
                state.byAddress[address] = count + 1
            }
            state.open += 1
            return true
        }
    }

    func leave(_ address: String?) {
        state.withLock { state in
            state.open -= 1
            guard let address, let count = state.byAddress[address] else { return }
            state.byAddress[address] = count > 1 ? count - 1 : nil
        }
    }

    /// The address connections are counted under; `nil` for the machine itself and for the proxies
    /// before us.
    func address(of channel: any NIOCore.Channel) -> String? {
        ConnectionCensus.address(of: channel).flatMap { proxies.contains($0) ? nil : $0 }
    }

    /// Where the other side is; `nil` for the machine itself.
    static func address(of channel: any NIOCore.Channel) -> String? {
        guard let address = channel.remoteAddress?.ipAddress, address != "::1",
            !address.hasPrefix("127."), !address.hasPrefix("::ffff:127.")
        else { return nil }
        return address
    }
}
