import HTTPTypes
import Hometown
import HummingbirdCore

/// `/livez`, `/readyz` and `/metrics`: open, for the machines that watch, and without anything
/// personal.
package struct HealthRoutes: Sendable {
    private let health: Health
    private let registry: PrometheusRegistry

    package init(health: Health, registry: PrometheusRegistry) {
        self.health = health
        self.registry = registry
    }

    package var routes: [Route] {
        [
            Route(
                .get, "/livez", access: .everybody,
                document: document("live", Bilingual("살아 있는지", "Whether the process lives"))
            ) { request, _ in
                try HealthRoutes.answer(await health.liveFindings(), to: request)
            },
            Route(
                .get, "/readyz", access: .everybody,
                document: document("ready", Bilingual("일할 수 있는지", "Whether it can work"))
            ) { request, _ in
                try HealthRoutes.answer(await health.readyFindings(), to: request)
            },
            Route(
                .get, "/metrics", access: .everybody,
                document: RouteDocument(
                    "metrics", Bilingual("측정값", "Figures for Prometheus"),
                    responses: [(200, .other("text/plain"))])
            ) { _, _ in
                .answer(registry.text(), type: PrometheusText.contentType)
            },
        ]
    }

    private func document(_ operation: String, _ summary: Bilingual) -> RouteDocument {
        RouteDocument(
            operation, summary,
            parameters: [
                .init(
                    "verbose", ["type": "string"],
                    Bilingual("점검마다 결과를 보입니다", "Tell the outcome of each check"))
            ],
            responses: [(200, .json("Health")), (503, .json("Health"))])
    }

    private static func answer(
        _ findings: [Health.Finding], to request: Request
    ) throws -> Response {
        let query = try Query(of: request)
        try query.allow(["verbose"])
        let isFine = findings.allSatisfy { $0.fault == nil || $0.isNote }
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("status", isFine ? "ok" : "failing")
            guard query["verbose"] != nil else { return }
            writer.array("checks", findings) { finding, writer in
                writer.object { writer in
                    writer.field("name", finding.name)
                    writer.field("status", finding.status)
                    writer.field("fault", finding.fault)
                }
            }
        }
        return .json(writer, status: isFine ? .ok : .serviceUnavailable)
    }
}

extension Health.Finding {
    fileprivate var status: String {
        fault == nil ? "ok" : isNote ? "alert" : "failing"
    }
}
