package import CoreMetrics

/// What swift-metrics measures goes into the registry: timers and aggregating recorders become
/// histograms, everything else a counter or a gauge.
package struct PrometheusFactory: MetricsFactory {
    private let registry: PrometheusRegistry

    package init(_ registry: PrometheusRegistry) {
        self.registry = registry
    }

    package func makeCounter(
        label: String, dimensions: [(String, String)]
    ) -> any CounterHandler {
        registry.counter(label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        registry.gauge(label, dimensions)
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if aggregate { return registry.histogram(label, dimensions) }
        return registry.gauge(label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        registry.histogram(label, dimensions)
    }

    package func destroyCounter(_ handler: any CounterHandler) {
        remove(handler)
    }

    package func destroyMeter(_ handler: any MeterHandler) {
        remove(handler)
    }

    package func destroyRecorder(_ handler: any RecorderHandler) {
        remove(handler)
    }

    package func destroyTimer(_ handler: any TimerHandler) {
        remove(handler)
    }

    private func remove(_ handler: AnyObject) {
        if let series = handler as? any PrometheusSeries { registry.remove(series) }
    }
}
