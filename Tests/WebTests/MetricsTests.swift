import HummingbirdTesting
import HTTPTypes
import CoreMetrics
import Testing

@testable import Web

@Suite struct MetricsTests {
    private let registry = PrometheusRegistry([
        MetricDescription("waits_seconds", "Waits.", buckets: [0.5, 1]),
        MetricDescription("odd", "A \\ and\na line."),
    ])

    private var text: String { String(decoding: registry.text(), as: UTF8.self) }

    @Test func `each kind is written as the format wants it`() {
        let factory = PrometheusFactory(registry)
        Counter(label: "gifts_total", dimensions: [("b", "2"), ("a", "1")], factory: factory)
            .increment(by: 3)
        Gauge(label: "level", factory: factory).record(1.5)
        let timer = Timer(label: "waits_seconds", factory: factory)
        timer.recordNanoseconds(400_000_000)
        timer.recordNanoseconds(600_000_000)
        timer.recordSeconds(7)
        registry.observe("asked") { 4 }
        #expect(
            text == """
                # HELP asked asked.
                # TYPE asked gauge
                asked 4
                # HELP gifts_total gifts_total.
                # TYPE gifts_total counter
                gifts_total{a="1",b="2"} 3
                # HELP level level.
                # TYPE level gauge
                level 1.5
                # HELP waits_seconds Waits.
                # TYPE waits_seconds histogram
                waits_seconds_bucket{le="0.5"} 1
                waits_seconds_bucket{le="1"} 2
                waits_seconds_bucket{le="+Inf"} 3
                waits_seconds_sum 8
                waits_seconds_count 3

                """)
    }

    @Test func `names labels and help are made safe`() {
        registry.gauge("odd", [("l-1", "\"\\\n")]).set(1.0)
        registry.gauge("9 lives.left", []).set(9.0)
        #expect(text.contains("# HELP odd A \\\\ and\\na line.\n"))
        #expect(text.contains("odd{l_1=\"\\\"\\\\\\n\"} 1\n"))
        #expect(text.contains("\n_9_lives_left 9\n"))
    }

    @Test func `one name and one set of labels are one series`() {
        registry.counter("c_total", [("a", "1"), ("b", "2")]).increment(by: 1)
        registry.counter("c_total", [("b", "2"), ("a", "1")]).increment(by: 1)
        #expect(text.contains("c_total{a=\"1\",b=\"2\"} 2\n"))
    }

    @Test func `a series of another kind and one too many measure into the void`() {
        registry.counter("n", []).increment(by: 1)
        registry.gauge("n", []).set(5.0)
        for number in 0..<(PrometheusRegistry.seriesMax + 5) {
            registry.counter("many_total", [("i", "\(number)")]).increment(by: 1)
        }
        #expect(text.contains("\nn 1\n"))
        let many = text.split(separator: "\n").count { $0.hasPrefix("many_total{") }
        #expect(many == PrometheusRegistry.seriesMax - 1)
    }

    @Test func `a destroyed metric leaves the page`() {
        let factory = PrometheusFactory(registry)
        let counter = factory.makeCounter(label: "gone_total", dimensions: [])
        counter.increment(by: 1)
        #expect(text.contains("gone_total 1"))
        factory.destroyCounter(counter)
        #expect(!text.contains("gone_total"))
    }

    @Test func `requests are counted by method route and status`() async throws {
        let interface = Interface()
        _ = try await interface.ask(.get, "/open")
        _ = try await interface.ask(.get, "/open")
        _ = try await interface.ask(.get, "/secret/address")
        let answer = try await interface.ask(.get, "/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let name = "http_server_request_duration_seconds_count"
        #expect(answer.text.contains(#"\#(name){method="GET",route="/open",status="200"} 2"#))
        #expect(answer.text.contains(#"\#(name){method="GET",route="none",status="404"} 1"#))
        #expect(!answer.text.contains("secret"))
    }
}
