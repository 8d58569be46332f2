import HTTPTypes
import HummingbirdCore
import Synchronization

/// Times requests by method, route and status. The series of a route is found once and kept, so
/// that a request costs one short lock.
package final class RequestMeasures: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private let registry: PrometheusRegistry
    private let known = Mutex<[Key: PrometheusHistogram]>([:])

    package init(_ registry: PrometheusRegistry) {
        self.registry = registry
    }

    /// Requests that hit no route share the route `none`: an address is free text.
    func record(
        _ request: Request, _ context: WebContext, _ status: HTTPResponse.Status,
        nanoseconds: UInt64
    ) {
        let key = Key(
            method: RequestMeasures.name(request.method), route: context.route ?? "none",
            status: status.code)
        let histogram = known.withLock { known in
            if let histogram = known[key] { return histogram }
            let histogram = registry.histogram(
                MetricDescription.requestDuration,
                [("method", key.method), ("route", key.route), ("status", "\(key.status)")])
            known[key] = histogram
            return histogram
        }
        histogram.recordNanoseconds(Int64(clamping: nanoseconds))
    }

    /// A method is the caller's text too.
    private static func name(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
        default: "other"
        }
    }
}
