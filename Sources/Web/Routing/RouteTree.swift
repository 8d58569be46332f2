import HTTPTypes

/// 길. A list of routes as a tree over the parts of their addresses: a route is found by one look-up
/// a part, however many there are. A part that a route names goes before one that may be anything,
/// and that before `**`, which is all that follows.
struct RouteTree: Sendable {
    /// A route that answers at an address, and what the parts are that may be anything.
    struct Found {
        /// In the list.
        let index: Int
        let parameters: [(name: Substring, value: Substring)]
    }

    /// The end of a route's address.
    private struct Leaf {
        let index: Int
        let method: HTTPRequest.Method
        /// Where in the address the parts stand that may be anything.
        let parameters: [(name: Substring, place: Int)]
    }

    private struct Branch {
        var named: [Substring: Int] = [:]
        var anything: Int?
        var leaves: [Leaf] = []
        /// Those of `**`.
        var following: [Leaf] = []
    }

    private var branches = [Branch()]
    /// The ends of addresses without a part that may be anything, under the whole of each.
    private var plain: [String: [Leaf]] = [:]

    /// - Parameter routes: two with the same method and address are a bug.
    init(_ routes: [Route]) {
        for (index, route) in routes.enumerated() {
            let parts = RouteTree.parts(of: route.path)
            let leaf = Leaf(
                index: index, method: route.method,
                parameters: parts.enumerated().compactMap { place, part in
                    RouteTree.name(in: part).map { ($0, place) }
                })
            let isFollowed = parts.last == "**"
            var branch = 0
            for part in isFollowed ? parts.dropLast() : parts[...] {
                branch = grow(branch, part)
            }
            let end = isFollowed ? \Branch.following : \Branch.leaves
            precondition(
                branches[branch][keyPath: end].allSatisfy { $0.method != route.method },
                "\(route.method) \(route.path) stands twice in the table")
            branches[branch][keyPath: end].append(leaf)
            if leaf.parameters.isEmpty, !isFollowed { plain[route.path, default: []].append(leaf) }
        }
    }

    /// - Returns: the branch of `part`, a new one where there was none.
    private mutating func grow(_ branch: Int, _ part: Substring) -> Int {
        let isAnything = RouteTree.name(in: part) != nil
        let known = isAnything ? branches[branch].anything : branches[branch].named[part]
        if let known { return known }
        let new = branches.count
        branches.append(Branch())
        if isAnything {
            branches[branch].anything = new
        } else {
            branches[branch].named[part] = new
        }
        return new
    }

    /// HEAD is answered where GET is.
    /// - Returns: `nil` where no route answers.
    func find(_ method: HTTPRequest.Method, at path: String) -> Found? {
        // What a route names goes first, so that the tree would find the same.
        let known = plain[path]
        let parts = known == nil ? RouteTree.parts(of: path) : []
        let leaves = known ?? leaves(below: 0, parts[...])
        let wanted = leaves.first { $0.method == method }
        guard let leaf = wanted ?? (method == .head ? leaves.first { $0.method == .get } : nil)
        else { return nil }
        return Found(
            index: leaf.index, parameters: leaf.parameters.map { ($0.name, parts[$0.place]) })
    }

    /// What is offered at `path`, for `Allow` (RFC 9110, 10.2.1); empty where nothing is.
    func methods(at path: String) -> [HTTPRequest.Method] {
        leaves(below: 0, RouteTree.parts(of: path)[...]).flatMap { leaf in
            leaf.method == .get ? [.get, .head] : [leaf.method]
        }
    }

    private func leaves(below branch: Int, _ parts: ArraySlice<Substring>) -> [Leaf] {
        guard let part = parts.first else { return branches[branch].leaves }
        for next in [branches[branch].named[part], branches[branch].anything] {
            guard let next else { continue }
            let leaves = leaves(below: next, parts.dropFirst())
            if !leaves.isEmpty { return leaves }
        }
        return branches[branch].following
    }

    /// What stands between the slashes; nothing between two of them counts for nothing.
    private static func parts(of path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// That of a part that may be anything: `{name}`.
    private static func name(in part: Substring) -> Substring? {
        part.first == "{" ? part.dropFirst().dropLast() : nil
    }
}
