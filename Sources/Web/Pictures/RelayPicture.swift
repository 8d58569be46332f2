/// 챌린지 그림. The pictures of a relay as pages show them, with what their marks mean.
struct RelayPicture {
    private let diagram: RelayDiagram
    private let name: String
    private let id: String
    private let generation: Int
    private let say: Phrases

    /// - Parameters:
    ///   - id: what makes the picture's own ids differ from those of others on the page.
    ///   - generation: that the first column shows.
    init(
        _ diagram: RelayDiagram, name: String, id: String, from generation: Int = 0, _ say: Phrases
    ) {
        self.diagram = diagram
        self.generation = generation
        self.name = name
        self.id = id
        self.say = say
    }

    /// 세대 그림.
    var picture: Picture {
        Picture(
            label: say("\(name) 이어진 그림", "\(name): how the baton came"),
            svg: RelaySVG(diagram, title: name, id: id, from: generation, say).bytes,
            legend: legend)
    }

    /// 시간 그림.
    var timeline: Picture {
        Picture(
            label: say("\(name) 시간 그림", "\(name) along time"),
            svg: RelayTimeline(diagram, say).bytes(diagram, title: name, id: id, say))
    }

    private var legend: [RelaySection.Mark] {
        let kinds: [RelayDiagram.Box.Kind] = [.start, .done, .named, .accepted, .declined, .lapsed]
        return kinds.filter { kind in diagram.boxes.contains { $0.kind == kind } }
            .map { RelaySection.Mark($0, say) }
    }
}

extension RelayTable {
    /// As pages show it.
    /// - Parameter paths: of the pages of runs, by the ids of their boxes.
    func table(_ caption: String, _ say: Phrases, paths: [String: String] = [:]) -> Table {
        Table(
            caption,
            columns: [
                .init(say[.runner]), .init(say[.state]), .init(say[.when]), .init(say[.nominators]),
            ],
            rows: rows.map { row in
                let box = diagram.boxes[row.box]
                let mark = RelaySection.Mark(box.kind, say)
                let notes = nominators[row.box].map { diagram.links[$0].note }
                return [
                    Cell(
                        box.who.name, href: paths[box.id], sub: box.who.office(say),
                        depth: row.depth),
                    Cell(mark),
                    Cell(
                        box.when,
                        sub: [box.gifts, box.remark].compactMap(\.self).joined(separator: ", ")),
                    Cell(notes.joined(separator: ", ")),
                ]
            })
    }
}

extension Cell {
    /// A state by its letter, its shape and its word.
    init(_ mark: RelaySection.Mark) {
        self.init(mark.text)
        self.mark = mark
    }
}
