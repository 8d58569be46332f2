/// 그래프 파일. Nodes and edges with their attributes by name, as GraphML and DOT files have them, in
/// the order of the file.
package struct GraphFile: Hashable, Sendable {
    package struct Edge: Hashable, Sendable {
        package let from: String
        package let to: String
        package let attributes: [String: String]
    }

    package enum Format: Sendable {
        case graphML, dot
    }

    /// The attributes of each node that has any, by the node's id.
    package internal(set) var nodes: [String: [String: String]] = [:]
    package internal(set) var edges: [Edge] = []

    /// A pair of subgraphs in a few letters of DOT stands for every pair of their nodes.
    static let edgesMax = 1_000_000

    init() {}

    /// - Throws: `FileFault`.
    package init(_ bytes: [UInt8], _ format: Format) throws(FileFault) {
        self =
            switch format {
            case .graphML: try GraphMLReader.read(bytes)
            case .dot: try DOTReader.read(bytes)
            }
    }

    /// What a file looks like from its first bytes: markup, or a word that opens a graph of DOT.
    /// - Returns: `nil` for anything else.
    package static func format(of bytes: [UInt8]) -> Format? {
        let mark = TextEncoding.utf8Mark
        let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        let head = text.drop { XMLText.isBlank($0) }.prefix(2_000)
        if head.first == UInt8(ascii: "<") { return .graphML }
        var scanner = DOTScanner(Array(head))
        guard case .word(let word, isQuoted: false)? = try? scanner.next() else { return nil }
        let isDOT = ["digraph", "graph", "strict"].contains(word.lowercased())
        guard isDOT, let next = try? scanner.next() else { return nil }
        // A header of a table goes on with a comma.
        switch next {
        case .word, .symbol(UInt8(ascii: "{")): return .dot
        default: return nil
        }
    }

    mutating func add(_ edge: Edge) throws(FileFault) {
        guard edges.count < GraphFile.edgesMax else { throw .graphTooLarge(GraphFile.edgesMax) }
        edges.append(edge)
    }
}
