/// DOT 읽기. Nodes and edges of a directed graph, chains (`a -> b -> c`) and groups (`a -> {b c}`)
/// among them, with their own attributes. Defaults, ports and settings of graphs say how to draw
/// and are passed over.
struct DOTReader {
    private var scanner: DOTScanner
    private var token: DOTScanner.Token
    private var graph = GraphFile()
    private var depth = 0

    /// Groups in groups; nobody writes more.
    private static let depthMax = 64

    /// - Throws: `FileFault` with the line.
    static func read(_ bytes: [UInt8]) throws(FileFault) -> GraphFile {
        var reader = try DOTReader(bytes)
        try reader.readGraph()
        return reader.graph
    }

    private init(_ bytes: [UInt8]) throws(FileFault) {
        scanner = DOTScanner(bytes)
        token = try scanner.next()
    }

    private var malformed: FileFault { .dotMalformed(line: scanner.line) }

    private mutating func advance() throws(FileFault) {
        token = try scanner.next()
    }

    private func isSymbol(_ symbol: Character) -> Bool {
        symbol.asciiValue.map { token == .symbol($0) } ?? false
    }

    /// Words of the language are known in any case, and never in quotes.
    private func isKeyword(_ words: String...) -> Bool {
        guard case .word(let word, isQuoted: false) = token else { return false }
        return words.contains(word.lowercased())
    }

    private mutating func take(_ symbol: Character) throws(FileFault) {
        guard isSymbol(symbol) else { throw malformed }
        try advance()
    }

    private mutating func takeWord() throws(FileFault) -> String {
        guard case .word(let word, _) = token else { throw malformed }
        try advance()
        return word
    }

    private mutating func readGraph() throws(FileFault) {
        if isKeyword("strict") { try advance() }
        if isKeyword("graph") { throw .graphUndirected }
        guard isKeyword("digraph") else { throw malformed }
        try advance()
        if !isSymbol("{") { _ = try takeWord() }
        _ = try readGroup()
        guard token == .end else { throw malformed }
    }

    /// From `{` to `}`.
    /// - Returns: the nodes it names, each once, in order.
    private mutating func readGroup() throws(FileFault) -> [String] {
        try take("{")
        depth += 1
        guard depth <= DOTReader.depthMax else { throw malformed }
        var found: [String] = []
        var isFound: Set<String> = []
        while !isSymbol("}") {
            if isSymbol(";") || isSymbol(",") {
                try advance()
                continue
            }
            for node in try readStatement() where isFound.insert(node).inserted {
                found.append(node)
            }
        }
        depth -= 1
        try advance()
        return found
    }

    private mutating func readStatement() throws(FileFault) -> [String] {
        if isKeyword("graph", "node", "edge") {
            try advance()
            _ = try readAttributes()
            return []
        }
        var ends = [try readEnd()]
        if ends[0].isWord, isSymbol("=") {
            try advance()
            _ = try takeWord()
            return []
        }
        while token != .end {
            if token == .line { throw .graphUndirected }
            guard token == .arrow else { break }
            try advance()
            ends.append(try readEnd())
        }
        let attributes = try readAttributes()
        if ends.count == 1, ends[0].isWord {
            graph.nodes[ends[0].nodes[0], default: [:]].merge(attributes) { $1 }
        }
        for (from, to) in zip(ends, ends.dropFirst()) {
            for one in from.nodes {
                for other in to.nodes {
                    try graph.add(GraphFile.Edge(from: one, to: other, attributes: attributes))
                }
            }
        }
        return ends.flatMap(\.nodes)
    }

    /// A node, with its port if it has one, or a group.
    private mutating func readEnd() throws(FileFault) -> (nodes: [String], isWord: Bool) {
        if isKeyword("subgraph") {
            try advance()
            if !isSymbol("{") { _ = try takeWord() }
            return (try readGroup(), false)
        }
        if isSymbol("{") { return (try readGroup(), false) }
        let node = try takeWord()
        while isSymbol(":") {
            try advance()
            _ = try takeWord()
        }
        return ([node], true)
    }

    /// Any number of lists in brackets.
    private mutating func readAttributes() throws(FileFault) -> [String: String] {
        var attributes: [String: String] = [:]
        while isSymbol("[") {
            try advance()
            while !isSymbol("]") {
                if isSymbol(",") || isSymbol(";") {
                    try advance()
                    continue
                }
                let name = try takeWord()
                try take("=")
                attributes[name] = try takeWord()
            }
            try advance()
        }
        return attributes
    }
}
