import CoreMetrics
import Synchronization

/// Counts by upper bound. Each bucket holds its own count; the page shows the running sum, as
/// the format wants it.
final class PrometheusHistogram: PrometheusSeries, RecorderHandler, TimerHandler {
    private struct State {
        var counts: [Int64]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    /// - Parameter bounds: rising; the last bucket, without bound, is added.
    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += value
        }
    }

    /// Prometheus counts time in seconds.
    func recordNanoseconds(_ duration: Int64) {
        record(Double(duration) / 1e9)
    }

    func write(_ name: String, _ labels: String, to text: inout PrometheusText) {
        let state = state.withLock { $0 }
        let prefix = labels.isEmpty ? "" : labels + ","
        var total: Int64 = 0
        for (bucket, count) in state.counts.enumerated() {
            total += count
            let bound = bucket < bounds.count ? PrometheusText.number(bounds[bucket]) : "+Inf"
            text.line(name + "_bucket", "\(prefix)le=\"\(bound)\"", Double(total))
        }
        text.line(name + "_sum", labels, state.sum)
        text.line(name + "_count", labels, Double(total))
    }
}
