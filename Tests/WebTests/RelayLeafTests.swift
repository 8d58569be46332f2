import Foundation
import Hometown
import Testing

@testable import Ledger
@testable import Web

/// A long relay page by page: whoever turns all pages has seen everybody once.
@Suite struct RelayLeafTests {
    private static let say = Phrases(language: .korean)

    private func leaves(_ diagram: RelayDiagram) -> [RelayLeaf] {
        var leaves: [RelayLeaf] = []
        var place: Int? = 0
        while let start = place, leaves.count <= diagram.boxes.count {
            let leaf = RelayLeaf(diagram, at: start)
            leaves.append(leaf)
            place = leaf.next
        }
        return leaves
    }

    @Test(arguments: [0, 1, 30, 300, 3_000])
    func `every box is on one page, and no page is larger than it may be`(runs: Int) {
        let diagram = RelayPictureTests.diagram(RandomRelayRecord.record(runs: max(runs, 1)))
        let leaves = leaves(diagram)
        let ids = leaves.flatMap { $0.diagram.boxes.filter { !$0.isFolded }.map(\.id) }
        #expect(ids.sorted() == diagram.boxes.map(\.id).sorted())
        for (leaf, after) in zip(leaves, leaves.dropFirst()) {
            #expect(leaf.next == after.places.lowerBound)
            #expect(after.previous == leaf.places.lowerBound)
        }
        for leaf in leaves {
            #expect((1...RelayLeaf.boxesMax).contains(leaf.places.count))
            #expect(leaf.diagram.boxes.count { !$0.isFolded } == leaf.places.count)
            #expect(RelayLeaf(diagram, at: leaf.places.upperBound - 1).places == leaf.places)
        }
    }

    @Test func `a page tells every nominator of whoever is on it`() throws {
        let diagram = RelayPictureTests.diagram(RandomRelayRecord.record(runs: 400))
        let told = leaves(diagram).flatMap { leaf -> [String] in
            let table = RelayTable(leaf.diagram)
            #expect(table.rows.count == leaf.places.count)
            #expect(!table.rows.contains { leaf.diagram.boxes[$0.box].isFolded })
            return table.rows.flatMap { row in
                table.nominators[row.box].map {
                    "\(leaf.diagram.boxes[row.box].id) \(leaf.diagram.links[$0].note)"
                }
            }
        }
        let known = diagram.links.map { "\(diagram.boxes[$0.to].id) \($0.note)" }
        #expect(told.sorted() == known.sorted())
    }

    @Test func `lines only go on to later generations, and the columns keep their numbers`() {
        let diagram = RelayPictureTests.diagram(RandomRelayRecord.record(runs: 400))
        let generations = Dictionary(
            uniqueKeysWithValues: diagram.boxes.map { ($0.id, $0.generation) })
        for leaf in leaves(diagram) where leaf.isPart {
            let part = leaf.diagram
            #expect(
                part.links.allSatisfy {
                    part.boxes[$0.from].generation < part.boxes[$0.to].generation
                })
            for box in part.boxes where !box.isFolded {
                #expect(box.generation + leaf.generation == generations[box.id])
            }
            #expect(part.boxes.contains { $0.generation == 0 })
            let picture = RelaySVG(
                part, title: "그림", from: leaf.generation, Self.say
            ).bytes
            #expect(
                String(decoding: picture, as: UTF8.self).contains(">\(leaf.generation)세대<"))
            #expect(
                RelayTimeline(part, Self.say).marks.count == leaf.places.count)
        }
    }

    @Test func `around one run stand those at most two steps away, and nobody else`() throws {
        let diagram = RelayPictureTests.diagram(RandomRelayRecord.record(runs: 400))
        for middle in stride(from: 0, to: diagram.boxes.count, by: 37) {
            let id = diagram.boxes[middle].id
            let leaf = try #require(RelayLeaf(diagram, around: id))
            let before = diagram.links.filter { $0.to == middle }.map(\.from)
            let after = diagram.links.filter { $0.from == middle }.map(\.to)
            let further =
                diagram.links.filter { before.contains($0.to) }.map(\.from)
                + diagram.links.filter { after.contains($0.from) }.map(\.to)
            let near = Set([middle] + before + after + further)
            let shown = leaf.diagram.boxes.filter { !$0.isFolded }
            #expect(Set(shown.map(\.id)) == Set(near.map { diagram.boxes[$0].id }))
            #expect(leaf.places.count == near.count && leaf.focus?.id == id)
            #expect(
                leaf.diagram.links.allSatisfy {
                    leaf.diagram.boxes[$0.from].generation < leaf.diagram.boxes[$0.to].generation
                })
        }
        #expect(RelayLeaf(diagram, around: "nobody") == nil)
    }

    @Test func `a relay that fits on one page is drawn as a whole`() {
        let diagram = RelayPictureTests.diagram(RandomRelayRecord.record(runs: 20))
        let leaf = RelayLeaf(diagram, at: 0)
        #expect(!leaf.isPart && leaf.previous == nil && leaf.next == nil)
        #expect(leaf.diagram.links.count == diagram.links.count)
        #expect(RelayLeaf(diagram, at: 1_000_000).places == leaf.places)
    }
}
