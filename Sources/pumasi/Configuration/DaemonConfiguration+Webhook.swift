import Delivery
import Timetable

extension DaemonConfiguration {
    /// 웹훅, as far as the operator lets it go.
    var webhook: Webhook {
        Webhook(privateHosts: privateHosts, allowedHosts: allowedHosts) { HostClock.now }
    }
}
