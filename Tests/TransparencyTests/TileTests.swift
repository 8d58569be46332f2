import Testing
import Transparency

@Suite struct TileTests {
    @Test(
        arguments: [
            (0, 0, 256, "tile/0/000"), (0, 1_234_067, 256, "tile/0/x001/x234/067"),
            (1, 273, 112, "tile/1/273.p/112"), (63, 999, 255, "tile/63/999.p/255"),
            (2, 1000, 1, "tile/2/x001/000.p/1"),
        ])
    func `A path names level, place and width`(
        level: Int, index: Int, width: Int, path: String
    ) throws {
        let tile = try #require(Tile(.hashes(level: level), index: index, width: width))
        #expect(tile.path == path)
        #expect(Tile(path: path) == tile)
    }

    @Test func `Tiles of entries have paths of their own`() throws {
        let tile = try #require(Tile(.entries, index: 12_345, width: 7))
        #expect(tile.path == "tile/entries/x012/345.p/7")
        #expect(Tile(path: tile.path) == tile)
    }

    @Test(
        arguments: [
            "", "tile", "tile/0", "tile/0/", "tile/00/000", "tile/64/000", "tile/-1/000",
            "tile/0/0", "tile/0/0000", "tile/0/x000/000", "tile/0/x001", "tile/0/001/000",
            "tile/0/x01/000", "tile/0/000.p", "tile/0/000.p/0", "tile/0/000.p/256",
            "tile/0/000.p/01", "tile/0/000.p/1/2", "tile/0/xx1/000", "tile/0/-01", "tile/0/+01",
            "tile/entry/000", "tiles/0/000", "/tile/0/000",
            "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/x999999999999999999/067",
            "tile/0/9223372036854775807", "tile/0/000.p/-1", "tile/0/000.p/9223372036854775807",
        ])
    func `Any other path names none`(path: String) {
        #expect(Tile(path: path) == nil)
    }

    @Test func `Seventy thousand entries lie in 273 full and three narrow tiles`() {
        #expect(Tile.widths(ofLevel: 0, size: 70_000) == (273, 112))
        #expect(Tile.widths(ofLevel: 1, size: 70_000) == (1, 17))
        #expect(Tile.widths(ofLevel: 2, size: 70_000) == (0, 1))
        #expect(Tile.widths(ofLevel: 3, size: 70_000) == (0, 0))
        #expect(Tile.widths(ofLevel: 8, size: .max) == (0, 0))
    }

    @Test func `A full tile has 8192 bytes and its hashes come back`() {
        let hashes = Forest(size: 256).leaves
        let content = Tile.content(hashes)
        #expect(content.count == 8192)
        #expect(Tile.hashes(content) == hashes)
        #expect(Tile.hashes(Array(content.dropLast())) == nil)
        #expect(Tile.hashes(content + hashes[0].bytes) == nil)
    }

    @Test func `Entries stand behind their lengths`() throws {
        let entries = [Array("pumasi".utf8), [], [UInt8](repeating: 7, count: 65_535)]
        let content = try #require(Tile.content(entries: entries))
        #expect(content.prefix(3) == [0, 6, UInt8(ascii: "p")])
        #expect(Tile.entries(content) == entries)
        #expect(Tile.entries(Array(content.dropLast())) == nil)
        #expect(Tile.entries([0]) == nil)
        #expect(Tile.content(entries: [[UInt8](repeating: 7, count: 65_536)]) == nil)
        #expect(Tile.entries([UInt8](repeating: 0, count: 2 * 257)) == nil)
    }
}
