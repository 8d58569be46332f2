package import HTTPTypes
import Hometown

/// Everything that can be asked, in one list.
package struct RouteTable: Sendable {
    package let routes: [Route]
    private let tree: RouteTree

    package init(_ routes: [Route]) {
        self.routes = routes
        tree = RouteTree(routes)
    }

    /// The route that answers at `path`, by its place in the list.
    func find(_ method: HTTPRequest.Method, at path: String) -> RouteTree.Found? {
        tree.find(method, at: path)
    }

    /// What is offered at `path`, for `Allow`; empty where nothing is.
    package func methods(at path: String) -> [HTTPRequest.Method] {
        tree.methods(at: path)
    }
}
