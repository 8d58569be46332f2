import Foundation
import Testing

@Suite struct ImportTests {
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]

    /// The module of an import declaration, whatever attributes and access stand before it.
    private static func module(importedBy line: String) -> String? {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"),
            words[..<keyword].allSatisfy({
                $0.hasPrefix("@") || ["package", "public", "internal", "private"].contains($0)
            })
        else { return nil }
        let rest = words[(keyword + 1)...].drop { kinds.contains($0) }
        return rest.first.map { String($0.split(separator: ".")[0]) }
    }

    private static func imports(of file: Repository.File) -> [(line: Int, module: String)] {
        SourceText.lines(of: file.text.code).compactMap { line in
            module(importedBy: line.text).map { (line.number, $0) }
        }
    }

    @Test func `A room imports only what the table of rooms allows`() throws {
        for file in Repository.shared.sources {
            let name = try #require(file.room)
            guard let room = Room.all.first(where: { $0.name == name }) else {
                Issue.record("\(file.path):1: the room \(name) stands in no row of Rooms.swift")
                continue
            }
            for (line, module) in ImportTests.imports(of: file) where !room.allows(module) {
                Issue.record("\(place(file, line, "\(name) may not import \(module)"))")
            }
        }
    }

    @Test func `The table of rooms has no row without a room and no arrow upward`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Sources").path
        ).filter { !$0.hasPrefix(".") }
        let rooms = Set(Room.all.map(\.name))
        #expect(rooms == Set(folders).subtracting(Room.withoutSwift).union(["Schema"]))
        var below = Room.withoutSwift
        var left = Room.all
        while let next = left.firstIndex(where: { $0.ours.isSubset(of: below) }) {
            below.insert(left.remove(at: next).name)
        }
        #expect(left.map(\.name) == [], "these rooms import one another in a circle")
    }

    @Test func `Hometown imports nothing but Foundation, and that in one file`() {
        let importing = Repository.shared.sources.filter { file in
            file.room == "Hometown" && !ImportTests.imports(of: file).isEmpty
        }
        #expect(importing.count <= 1, "\(importing.map(\.path))")
    }
}
