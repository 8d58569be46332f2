/// 챌린지 한 쪽. So many boxes of a relay, a generation after the other, as its picture and its table
/// show them together: a page of a thousand runs stays one that a telephone can load. Whoever else
/// they lead to or come from stands in one folded box for each generation.
struct RelayLeaf {
    /// As many as a page of a hundred thousand bytes has room for, drawn and told.
    static let boxesMax = 36

    let diagram: RelayDiagram
    /// The generation that the first column shows.
    let generation: Int
    /// Of all boxes by generation, from 0.
    let places: Range<Int>
    let total: Int
    /// Where the page before begins, and the page after.
    let previous: Int?
    let next: Int?
    /// 초점. Around whom everybody on the page stands; `nil` on a page of many.
    let focus: RelayDiagram.Box?
    /// So far from the one in the middle, before and after.
    static let focusSteps = 2

    /// - Parameter place: any on the page that is wanted.
    init(_ whole: RelayDiagram, at place: Int) {
        let order = whole.boxes.indices.sorted {
            (whole.boxes[$0].generation, $0) < (whole.boxes[$1].generation, $1)
        }
        let starts = RelayLeaf.starts(order.map { whole.boxes[$0].generation })
        let leaf = (starts.lastIndex { $0 <= place }) ?? 0
        let start = starts.isEmpty ? 0 : starts[leaf]
        let end = leaf + 1 < starts.count ? starts[leaf + 1] : order.count
        places = start..<end
        total = order.count
        focus = nil
        previous = leaf > 0 ? starts[leaf - 1] : nil
        next = end < order.count ? end : nil
        guard starts.count > 1 else {
            diagram = whole
            generation = 0
            return
        }
        (diagram, generation) = whole.part(Set(order[places]))
    }

    /// 초점. One box with those who led to it and those it led to, a few steps either way.
    /// - Parameter id: of the box.
    /// - Returns: `nil` without such a box.
    init?(_ whole: RelayDiagram, around id: String) {
        guard let middle = whole.boxes.firstIndex(where: { $0.id == id }) else { return nil }
        var shown: Set = [middle]
        for isOnward in [true, false] {
            var edge: Set = [middle]
            for _ in 0..<RelayLeaf.focusSteps {
                edge = Set(
                    whole.links.compactMap { link in
                        let (near, far) = isOnward ? (link.from, link.to) : (link.to, link.from)
                        return edge.contains(near) ? far : nil
                    }
                ).subtracting(shown)
                shown.formUnion(edge)
            }
        }
        focus = whole.boxes[middle]
        total = whole.boxes.count
        places = 0..<shown.count
        previous = nil
        next = nil
        (diagram, generation) = whole.part(shown)
    }

    /// Whether there are more pages than this one.
    var isPart: Bool { places.count < total }

    /// Pages end with a generation where that leaves them half full, else within it.
    /// - Parameter generations: of all boxes, in order.
    private static func starts(_ generations: [Int]) -> [Int] {
        var starts: [Int] = []
        var start = 0
        while start < generations.count {
            starts.append(start)
            var end = min(start + boxesMax, generations.count)
            if end < generations.count {
                let first = generations[..<end].lastIndex { $0 < generations[end] }
                if let first, first + 1 - start >= boxesMax / 2 { end = first + 1 }
            }
            start = end
        }
        return starts
    }
}

extension RelayDiagram {
    /// These boxes and what joins them, with everybody next to them folded by generation.
    /// - Parameter shown: at least one.
    /// - Returns: also the generation that is the part's first.
    fileprivate func part(_ shown: Set<Int>) -> (RelayDiagram, Int) {
        let generations = shown.map { boxes[$0].generation }
        let (first, last) = (generations.min() ?? 0, generations.max() ?? 0)
        let near = links.filter { shown.contains($0.from) || shown.contains($0.to) }
        let hidden = Set(near.flatMap { [$0.from, $0.to] }).subtracting(shown)
        let folds = Dictionary(grouping: hidden) {
            min(max(boxes[$0].generation, first - 1), last + 1)
        }
        let base = min(folds.keys.min() ?? first, first)
        var part = RelayDiagram()
        var places: [Int: Int] = [:]
        for place in shown.sorted() {
            places[place] = part.boxes.count
            var box = boxes[place]
            box.generation -= base
            part.boxes.append(box)
        }
        for (generation, those) in folds.sorted(by: { $0.key < $1.key }) {
            for place in those { places[place] = part.boxes.count }
            part.boxes.append(Box(folding: those.count, generation: generation - base))
        }
        part.links = near.compactMap { link in
            guard let from = places[link.from], let to = places[link.to] else { return nil }
            return Link(
                from: from, to: to, state: link.state, nomination: link.nomination, note: link.note,
                nominator: link.nominator)
        }
        return (part, base)
    }
}
