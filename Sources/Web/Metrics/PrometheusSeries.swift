import CoreMetrics
import Synchronization

/// One line, or for a histogram one block of lines, of the metrics page.
protocol PrometheusSeries: AnyObject, Sendable {
    /// - Parameters:
    ///   - name: of the family.
    ///   - labels: rendered, without braces.
    func write(_ name: String, _ labels: String, to text: inout PrometheusText)
}

/// All series of one name.
struct PrometheusFamily: Sendable {
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    let kind: Kind
    let help: String
    var series: [String: any PrometheusSeries] = [:]

    init(kind: Kind, help: String) {
        self.kind = kind
        self.help = help
    }
}

final class PrometheusCounter: PrometheusSeries, CounterHandler {
    private let count = Atomic<Int64>(0)

    /// A counter that goes down is a bug of the caller; such amounts are ignored.
    func increment(by amount: Int64) {
        guard amount > 0 else { return }
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    func reset() {
        count.store(0, ordering: .relaxed)
    }

    func write(_ name: String, _ labels: String, to text: inout PrometheusText) {
        text.line(name, labels, Double(count.load(ordering: .relaxed)))
    }
}

final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)

    func set(_ value: Int64) {
        set(Double(value))
    }

    func set(_ value: Double) {
        self.value.withLock { $0 = value }
    }

    func increment(by amount: Double) {
        value.withLock { $0 += amount }
    }

    func decrement(by amount: Double) {
        value.withLock { $0 -= amount }
    }

    func record(_ value: Int64) {
        set(value)
    }

    func record(_ value: Double) {
        set(value)
    }

    func write(_ name: String, _ labels: String, to text: inout PrometheusText) {
        text.line(name, labels, value.withLock { $0 })
    }
}

/// A gauge that is read where the figure lives.
final class PrometheusReading: PrometheusSeries {
    private let read: @Sendable () -> Double

    init(_ read: @escaping @Sendable () -> Double) {
        self.read = read
    }

    func write(_ name: String, _ labels: String, to text: inout PrometheusText) {
        text.line(name, labels, read())
    }
}
