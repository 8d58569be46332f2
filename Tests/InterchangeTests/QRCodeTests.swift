import Interchange
import Testing

@Suite struct QRCodeTests {
    /// By the program segno: `segno.make(text, error="m", mode="byte", boost_error=False)`. The
    /// text fills its version to the last byte; elsewhere segno pads with a byte too many.
    private static let golden = [
        "#######..#.#...######.#######",
        "#.....#...####.##.#.#.#.....#",
        "#.###.#..##.#...##..#.#.###.#",
        "#.###.#...###..##.##..#.###.#",
        "#.###.#..##..#.#......#.###.#",
        "#.....#.###....#...##.#.....#",
        "#######.#.#.#.#.#.#.#.#######",
        ".........####...##..#........",
        "#..#.##.##...#....##.#.#.....",
        "#..##..#.###........#.#..#..#",
        "#.##.##.....##..##.##..#####.",
        "###.#..###.#.#.##.###.#...##.",
        "....#.##...#.#####...##..#.##",
        ".###.#..#..#..#.######.......",
        "#...###.####....#...#...#####",
        ".#.###.#.##.######.##...##.#.",
        "##....######..#..#..#......#.",
        "...##..####..#.##....###.#..#",
        "#..#.##.#.#..##......#.##..##",
        "..#..#...####....##..#.....##",
        "#...#.#...####.#....#####.#..",
        "........#....##..####...#.###",
        "#######...#...#.###.#.#.#..#.",
        "#.....#.#.#.##.#....#...#####",
        "#.###.#...###.##.#..#####....",
        "#.###.#.###...........#.####.",
        "#.###.#...##....###.#...###.#",
        "#.....#..##.##..###.#..#...#.",
        "#######.#.###....#..##..#..#.",
    ]

    @Test func `The modules are those of another program`() throws {
        let code = try #require(QRCode("https://pumasi.example/p/verify?D-2026-123"))
        let rows = (0..<code.size).map { row in
            String((0..<code.size).map { code.isDark(row: row, column: $0) ? "#" : "." })
        }
        #expect(rows == QRCodeTests.golden)
    }

    @Test func `The smallest version that fits is taken, up to the tenth`() throws {
        let counts = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
        for (index, count) in counts.enumerated() {
            let bytes = [UInt8](repeating: 0x61, count: count)
            #expect(QRCode(bytes)?.size == 21 + 4 * index)
            #expect(QRCode(bytes + [0x61])?.size == (index < 9 ? 25 + 4 * index : nil))
        }
        #expect(QRCode("")?.size == 21)
    }

    @Test func `The picture is one path with four light modules around it`() throws {
        let code = try #require(QRCode("품앗이"))
        let svg = code.svg(title: "원장 확인 <QR>")
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("<title>원장 확인 &lt;QR&gt;</title>"))
        #expect(svg.split(separator: "<path").count == 2)
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"), "the first finder")
        #expect(code.svg(title: "") == QRCode("품앗이")?.svg(title: ""))
    }
}
