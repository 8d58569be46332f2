import Synchronization

/// Everything the daemon measures, by name and labels, ready to be written as Prometheus text.
/// Written here because the reachable client brings its own HTTP idea of the world; the format
/// is small (Prometheus exposition formats, text 0.0.4).
package final class PrometheusRegistry: Sendable {
    /// A guard against labels made of free text: beyond it new series are dropped.
    package static let seriesMax = 10_000

    private struct State {
        var families: [String: PrometheusFamily] = [:]
        var series = 0
    }

    private let descriptions: [String: MetricDescription]
    private let state = Mutex(State())

    package init(_ descriptions: [MetricDescription] = MetricDescription.all) {
        self.descriptions = Dictionary(
            descriptions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func counter(_ name: String, _ labels: [(String, String)]) -> PrometheusCounter {
        series(name, labels, .counter) { PrometheusCounter() }
    }

    func gauge(_ name: String, _ labels: [(String, String)]) -> PrometheusGauge {
        series(name, labels, .gauge) { PrometheusGauge() }
    }

    func histogram(_ name: String, _ labels: [(String, String)]) -> PrometheusHistogram {
        let bounds = description(of: name).bucketBounds
        return series(name, labels, .histogram) { PrometheusHistogram(bounds: bounds) }
    }

    /// A figure that is asked for when somebody reads the metrics and not before.
    package func observe(
        _ name: String, _ labels: [(String, String)] = [], read: @escaping @Sendable () -> Double
    ) {
        _ = series(name, labels, .gauge) { PrometheusReading(read) }
    }

    /// The same name and labels give the same series, so that two places may count one thing.
    /// A series over the limit, or of another kind than its family, measures into the void: a
    /// metric must never stop the ledger.
    private func series<Series: PrometheusSeries>(
        _ name: String, _ labels: [(String, String)], _ kind: PrometheusFamily.Kind,
        _ make: () -> Series
    ) -> Series {
        let name = PrometheusText.name(name)
        let key = PrometheusText.labels(labels)
        return state.withLock { state in
            let description = description(of: name)
            var family =
                state.families[name] ?? PrometheusFamily(kind: kind, help: description.help)
            if let known = family.series[key] as? Series { return known }
            let series = make()
            guard family.kind == kind, state.series < PrometheusRegistry.seriesMax else {
                return series
            }
            family.series[key] = series
            state.series += 1
            state.families[name] = family
            return series
        }
    }

    private func description(of name: String) -> MetricDescription {
        descriptions[name] ?? MetricDescription(name, "\(name).")
    }

    func remove(_ series: some PrometheusSeries) {
        state.withLock { state in
            for (name, family) in state.families {
                guard let key = family.series.first(where: { $0.value === series })?.key
                else { continue }
                state.families[name]?.series[key] = nil
                state.series -= 1
                if family.series.count == 1 { state.families[name] = nil }
                return
            }
        }
    }

    /// The page of `/metrics`: families and series in the order of their names.
    package func text() -> [UInt8] {
        let families = state.withLock { $0.families }
        var text = PrometheusText()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text.write(family, named: name)
        }
        return text.bytes
    }
}
