package import HTTPTypes
import Hometown

/// Everything that can be asked, in one list.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package init(_ routes: [Route]) {
        self.routes = routes
    }

    /// What is offered at `path`, for `Allow` (RFC 9110, 10.2.1); empty where nothing is. Only
    /// read after the router found no answer, so a walk over the list is quick enough.
    package func methods(at path: String) -> [HTTPRequest.Method] {
        let segments = RouteTable.segments(of: path)
        var methods: [HTTPRequest.Method] = []
        for route in routes where RouteTable.matches(route.path, segments) {
            methods.append(route.method)
            if route.method == .get { methods.append(.head) }
        }
        return methods
    }

    private static func segments(of path: String) -> [Substring] {
        path.split(separator: "/")
    }

    private static func matches(_ pattern: String, _ segments: [Substring]) -> Bool {
        let parts = RouteTable.segments(of: pattern)
        if parts.last == "**" {
            return segments.count >= parts.count
                && zip(parts.dropLast(), segments).allSatisfy(matches(part:segment:))
        }
        return parts.count == segments.count
            && zip(parts, segments).allSatisfy(matches(part:segment:))
    }

    private static func matches(part: Substring, segment: Substring) -> Bool {
        part.hasPrefix("{") || part == segment
    }
}
