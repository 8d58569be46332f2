/// GraphML 읽기. Nodes, edges and what `data` says of them under the names that `key` declares
/// (GraphML primer, 2.4). Ports, hyperedges and graphs within nodes are passed over.
enum GraphMLReader {
    /// - Throws: `FileFault`.
    static func read(_ bytes: [UInt8]) throws(FileFault) -> GraphFile {
        var waiting: [UInt8]? = bytes
        let xml = XMLReader(part: "GraphML") { () throws(FileFault) -> [UInt8]? in
            defer { waiting = nil }
            return waiting
        }
        do {
            return try read(xml)
        } catch {
            // What is said of workbooks would send people to a spreadsheet.
            throw error.code.hasPrefix("xml_") ? .graphMLMalformed : error
        }
    }

    /// The node or edge whose data are being read.
    private enum Owner {
        case none
        case node(String)
        case edge(from: String, to: String)
    }

    private static func read(_ xml: XMLReader) throws(FileFault) -> GraphFile {
        var graph = GraphFile()
        var names: [String: String] = [:]
        var owner = Owner.none
        var attributes: [String: String] = [:]
        var open: (key: String, text: [UInt8])?
        var isGraph = false
        while true {
            switch try xml.next() {
            case .start:
                switch xml.name {
                case "graph":
                    isGraph = true
                    if try xml.attribute("edgedefault") == "undirected" { throw .graphUndirected }
                case "key":
                    guard let id = try xml.attribute("id") else { throw .graphMLMalformed }
                    names[id] = try xml.attribute("attr.name") ?? id
                case "node":
                    guard let id = try xml.attribute("id") else { throw .graphMLMalformed }
                    (owner, attributes) = (.node(id), [:])
                case "edge":
                    guard let from = try xml.attribute("source"),
                        let to = try xml.attribute("target")
                    else { throw .graphMLEdgeEndless }
                    if try xml.attribute("directed") == "false" { throw .graphUndirected }
                    (owner, attributes) = (.edge(from: from, to: to), [:])
                case "data":
                    open = (try xml.attribute("key") ?? "", [])
                default: break
                }
            case .text: open?.text += xml.text
            case .end:
                switch (xml.name, owner) {
                case ("data", _):
                    if let data = open {
                        attributes[names[data.key] ?? data.key] = String(
                            decoding: data.text, as: UTF8.self)
                    }
                    open = nil
                case ("node", .node(let id)):
                    graph.nodes[id] = attributes
                    owner = .none
                case ("edge", .edge(let from, let to)):
                    try graph.add(GraphFile.Edge(from: from, to: to, attributes: attributes))
                    owner = .none
                default: break
                }
            case .finished:
                guard isGraph else { throw .graphMLMalformed }
                return graph
            }
        }
    }
}
