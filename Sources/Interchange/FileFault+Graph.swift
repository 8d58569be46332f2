/// What can be wrong with a file of a graph.
extension FileFault {
    static let graphMLMalformed = FileFault(
        "graphml_malformed",
        "GraphML로 읽을 수 없습니다. UTF-8 GraphML(graph, node, edge)로 다시 저장하십시오.",
        "This cannot be read as GraphML. Save it again as GraphML (graph, node, edge) in UTF-8.")

    static let graphMLEdgeEndless = FileFault(
        "graphml_edge_endless",
        "GraphML의 edge에 source나 target이 없습니다. 두 끝을 모두 쓰십시오.",
        "An edge of the GraphML lacks its source or its target. Give both ends.")

    static func dotMalformed(line: Int) -> FileFault {
        FileFault(
            "dot_malformed",
            "DOT \(line)번째 줄을 읽을 수 없습니다. digraph { \"가\" -> \"나\"; } 꼴로 고치십시오.",
            "Line \(line) of the DOT file cannot be read. Write it like "
                + "digraph { \"a\" -> \"b\"; }."
        )
    }

    static let graphUndirected = FileFault(
        "graph_undirected",
        "방향이 없는 그래프입니다. 지명은 방향이 있으니 digraph(또는 edgedefault=\"directed\")로 저장하십시오.",
        "The graph has no direction, and a nomination has one. Save it as a digraph (or with "
            + "edgedefault=\"directed\").")

    static let graphNotUTF8 = FileFault(
        "graph_encoding", "UTF-8이 아닙니다. UTF-8로 다시 저장하십시오.",
        "The file is not UTF-8. Save it again in UTF-8.")

    static func graphTooLarge(_ edgesMax: Int) -> FileFault {
        FileFault(
            "graph_too_large", "지명이 \(edgesMax)개를 넘습니다. 파일을 나누십시오.",
            "The file has more than \(edgesMax) edges. Split it.")
    }
}
