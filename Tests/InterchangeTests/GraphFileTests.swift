import Testing

@testable import Interchange

/// Files of graphs: what people and Graphviz write in them, and what is no graph.
@Suite struct GraphFileTests {
    private static func read(_ text: String) throws -> GraphFile {
        let bytes = Array(text.utf8)
        return try GraphFile(bytes, try #require(GraphFile.format(of: bytes)))
    }

    private static func pairs(_ graph: GraphFile) -> [String] {
        graph.edges.map { "\($0.from)>\($0.to)" }
    }

    @Test func `chains, groups, ports, comments and quotes of DOT are read`() throws {
        let graph = try Self.read(
            """
            // Who named whom.
            strict digraph "챌린지" {
              graph [rankdir=LR]; node [shape=box]
              /* 두 사람 */ "가" [name="김 \\"가\\"", office=시장];
              "가" -> 나:port:n -> { 다; 라 } [date_or_month="2023-04"]
              subgraph cluster_1 { label = "묶음"; 마 -> 바 }
            # a line for the preprocessor
              "긴" + " 이름" -> -1.5;
            }
            """)
        #expect(Self.pairs(graph) == ["가>나", "나>다", "나>라", "마>바", "긴 이름>-1.5"])
        #expect(graph.nodes["가"] == ["name": "김 \"가\"", "office": "시장"])
        #expect(graph.edges[2].attributes == ["date_or_month": "2023-04"])
        #expect(graph.edges[3].attributes.isEmpty)
    }

    @Test func `GraphML is read by the names of its keys`() throws {
        let graph = try Self.read(
            """
            <?xml version='1.0' encoding='utf-8'?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d0" for="node" attr.name="name" attr.type="string"/>
              <key id="when" for="edge"/>
              <graph edgedefault="directed"><desc>x</desc>
                <node id="a"><data key="d0">가&amp;나</data></node><node id="b"/>
                <edge source="a" target="b"><data key="when">2023</data></edge>
              </graph>
            </graphml>
            """)
        #expect(Self.pairs(graph) == ["a>b"])
        #expect(graph.nodes == ["a": ["name": "가&나"], "b": [:]])
        #expect(graph.edges[0].attributes == ["when": "2023"])
    }

    @Test(arguments: [
        ("digraph { a -> }", "dot_malformed"), ("digraph { a -> b", "dot_malformed"),
        ("digraph {\n\n a -> <b> }", "dot_malformed"), ("digraph { \"a }", "dot_malformed"),
        ("graph { a -- b }", "graph_undirected"), ("digraph { a -- b }", "graph_undirected"),
        ("<graphml><graph edgedefault='undirected'/></graphml>", "graph_undirected"),
        ("<graphml><graph><edge source='a'/></graph></graphml>", "graphml_edge_endless"),
        ("<graphml><graph>", "graphml_malformed"), ("<html/>", "graphml_malformed"),
        ("<!DOCTYPE x><graphml/>", "graphml_malformed"),
    ])
    func `what is no directed graph is refused, with the mend`(text: String, code: String) throws {
        let fault = #expect(throws: FileFault.self) { try Self.read(text) }
        #expect(fault?.code == code)
    }

    @Test func `a fault of DOT names its line`() throws {
        let fault = #expect(throws: FileFault.self) {
            try Self.read("digraph {\n a -> b;\n a -> ;\n}")
        }
        #expect(fault?.english.contains("Line 3") == true)
    }

    @Test func `a table is no graph, whatever its first column is called`() {
        for text in ["graph,a,b\n", "from_person,to_person\n", "{\"edges\":[]}", "", "graph\n"] {
            #expect(GraphFile.format(of: Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test func `groups of groups and pairs without end are refused`() {
        let deep = "digraph " + String(repeating: "{", count: 10_000)
        #expect(throws: FileFault.self) { try Self.read(deep) }
        let many = (0..<1_001).map { "n\($0)" }.joined(separator: " ")
        let fault = #expect(throws: FileFault.self) {
            try Self.read("digraph { {\(many)} -> {\(many)} }")
        }
        #expect(fault?.code == "graph_too_large")
    }
}
