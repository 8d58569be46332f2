import Hometown

/// 타일 지도. The governments of a day as tiles in a grid, none larger than another, each with what it
/// gave and received in five steps; no boundary is drawn, so none can be wrong.
struct TileMap {
    struct Tile {
        let name: String
        let column: Int
        let row: Int
        /// Columns it takes.
        var span = 1
        let given: Facts.Tally
        let received: Facts.Tally
        let href: String
    }

    static let tileWidth = 148
    static let tileHeight = 92
    private static let gap = 8
    /// Bars are filled in steps of a fifth, whatever the sums are.
    private static let steps = 5

    let tiles: [Tile]

    /// The grid of metropolitan governments, by their ISO names without suffix: where a province
    /// lies roughly. 전남 and 광주 are one from 2026-07-01 and take both tiles.
    private static let places: [(word: String, column: Int, row: Int)] = [
        ("인천", 0, 0), ("서울", 1, 0), ("경기", 2, 0), ("강원", 3, 0), ("충남", 0, 1), ("충청남", 0, 1),
        ("세종", 1, 1), ("충북", 2, 1), ("충청북", 2, 1), ("경북", 3, 1), ("경상북", 3, 1), ("전북", 0, 2),
        ("전라북", 0, 2), ("대전", 1, 2), ("대구", 2, 2), ("울산", 3, 2), ("전남", 0, 3), ("전라남", 0, 3),
        ("광주", 1, 3), ("경남", 2, 3), ("경상남", 2, 3), ("부산", 3, 3), ("제주", 0, 4),
    ]

    /// Where a metropolitan government stands; `nil` for one the grid does not know.
    static func place(of government: Government) -> (column: Int, row: Int, span: Int)? {
        let name = government.name.korean
        guard let place = places.first(where: { name.hasPrefix($0.word) }) else { return nil }
        let isJoined = place.row == 3 && place.column == 0 && name.contains("광주")
        return (place.column, place.row, isJoined ? 2 : 1)
    }

    /// Row by row, six in a row: the basic governments of a province have no geography here.
    static func place(number: Int) -> (column: Int, row: Int, span: Int) {
        (number % 6, number / 6, 1)
    }

    func svg(title: String, id: String, _ say: Phrases) -> [UInt8] {
        let columns = (tiles.map { $0.column + $0.span }.max() ?? 1)
        let rows = (tiles.map(\.row).max() ?? 0) + 1
        let (stepX, stepY) = (TileMap.tileWidth + TileMap.gap, TileMap.tileHeight + TileMap.gap)
        let (width, height) = (columns * stepX + TileMap.gap, rows * stepY + TileMap.gap)
        let most = max(tiles.map { max($0.given.count, $0.received.count) }.max() ?? 0, 1)
        var writer = MarkupWriter(capacity: 2_048 + tiles.count * 700)
        writer.raw(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"group\" "
                + "aria-labelledby=\"\(id)-name\" viewBox=\"0 0 \(width) \(height)\" "
                + "width=\"\(width)\" height=\"\(height)\" font-family=\"\(RelaySVG.fonts)\">")
        writer.element("title", ["id": "\(id)-name"]) { $0.text(title) }
        for tile in tiles {
            let (x, y) = (tile.column * stepX + TileMap.gap, tile.row * stepY + TileMap.gap)
            let breadth = tile.span * stepX - TileMap.gap
            let sentence = say(
                "\(tile.name): 준 것 \(say.count(of: tile.given)), "
                    + "받은 것 \(say.count(of: tile.received))",
                "\(tile.name): gave \(say.number(of: tile.given)), "
                    + "received \(say.number(of: tile.received))")
            // A long name is written smaller before it is cut; the tile says it whole.
            let room = breadth - 24
            let size = [16, 13, 11].first { RelayTextWidth.of(tile.name, size: $0) <= room } ?? 11
            let name =
                RelayTextWidth.lines(of: tile.name, size: size, width: room, linesMax: 1).first
                ?? ""
            writer.element("a", ["href": tile.href, "aria-label": sentence]) { writer in
                writer.element("title", [:]) { $0.text(sentence) }
                writer.element(
                    "rect",
                    [
                        "class": "tile", "x": "\(x)", "y": "\(y)", "width": "\(breadth)",
                        "height": "\(TileMap.tileHeight)", "rx": "8",
                        "fill": RelayColour.ground.rawValue, "stroke": RelayColour.subtle.rawValue,
                    ])
                writer.element(
                    "text",
                    [
                        "x": "\(x + 12)", "y": "\(y + 28)", "font-size": "\(size)",
                        "font-weight": "700",
                    ]
                ) { $0.text(name) }
                bar(tile.given, of: most, .link, say("준", "out"), x + 12, y + 46, &writer, say)
                bar(
                    tile.received, of: most, .success, say("받", "in"), x + 12, y + 68, &writer,
                    say)
            }
        }
        writer.raw("</svg>\n")
        return writer.bytes
    }

    /// Five cells, filled by fifths: readable without colour.
    private func bar(
        _ tally: Facts.Tally, of most: Int64, _ colour: RelayColour, _ letter: String, _ x: Int,
        _ y: Int,
        _ writer: inout MarkupWriter, _ say: Phrases
    ) {
        let filled = Int((tally.count * Int64(TileMap.steps) + most - 1) / most)
        writer.element("text", ["x": "\(x)", "y": "\(y + 11)", "font-size": "12"]) {
            $0.text(letter)
        }
        for step in 0..<TileMap.steps {
            writer.element(
                "rect",
                [
                    "x": "\(x + 24 + step * 13)", "y": "\(y)", "width": "10", "height": "13",
                    "rx": "2", "fill": step < filled ? colour.rawValue : "none",
                    "stroke": step < filled ? colour.rawValue : RelayColour.subtle.rawValue,
                ])
        }
        writer.element(
            "text",
            ["x": "\(x + 24 + TileMap.steps * 13 + 6)", "y": "\(y + 11)", "font-size": "12"]
        ) { $0.text(say.number(of: tally)) }
    }
}
