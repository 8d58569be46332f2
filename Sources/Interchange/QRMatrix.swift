/// The modules of a QR code: patterns that a reader finds it by, then the words, then a mask
/// (ISO/IEC 18004, 6.3 and 7.7 to 7.9).
struct QRMatrix {
    let size: Int
    private(set) var modules: [Bool]
    /// Modules of patterns, of the format and of the version, which hold no words.
    private var areFixed: [Bool]

    init(_ version: QRVersion) {
        size = version.size
        modules = [Bool](repeating: false, count: version.size * version.size)
        areFixed = modules
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for corner in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(corner.0, corner.1) }
        drawAlignment(version)
        drawFormat(mask: 0)
        drawVersion(version)
    }

    private subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        modules[row * size + column] = isDark
        areFixed[row * size + column] = true
    }

    // MARK: Patterns

    /// Seven by seven with a light separator around, as far as the edge allows.
    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for right in -4...4 {
                let distance = max(abs(down), abs(right))
                guard (0..<size).contains(row + down), (0..<size).contains(column + right) else {
                    continue
                }
                fix(row + down, column + right, distance != 2 && distance != 4)
            }
        }
    }

    /// Five by five, wherever centres cross but in the corners of the finders.
    private mutating func drawAlignment(_ version: QRVersion) {
        let last = size - 7
        for row in version.alignment {
            for column in version.alignment
            where ![[6, 6], [6, last], [last, 6]].contains([row, column]) {
                for down in -2...2 {
                    for right in -2...2 {
                        fix(row + down, column + right, max(abs(down), abs(right)) != 1)
                    }
                }
            }
        }
    }

    /// Level M (00) and the mask, corrected by BCH (15, 5), twice (7.9.1).
    private mutating func drawFormat(mask: Int) {
        var remainder = mask << 10
        for power in (10..<15).reversed() where remainder >> power & 1 == 1 {
            remainder ^= 0b101_0011_0111 << (power - 10)
        }
        let bits = (mask << 10 | remainder) ^ 0b101_0100_0001_0010
        func isDark(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0..<6 { fix(place, 8, isDark(place)) }
        fix(7, 8, isDark(6))
        fix(8, 8, isDark(7))
        fix(8, 7, isDark(8))
        for place in 9..<15 { fix(8, 14 - place, isDark(place)) }
        for place in 0..<8 { fix(8, size - 1 - place, isDark(place)) }
        for place in 8..<15 { fix(size - 15 + place, 8, isDark(place)) }
        // The one module that is always dark.
        fix(size - 8, 8, true)
    }

    /// From version 7 on, its number corrected by BCH (18, 6), twice (7.10).
    private mutating func drawVersion(_ version: QRVersion) {
        guard version.number >= 7 else { return }
        var remainder = version.number << 12
        for power in (12..<18).reversed() where remainder >> power & 1 == 1 {
            remainder ^= 0b1_1111_0010_0101 << (power - 12)
        }
        let bits = version.number << 12 | remainder
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            fix(place / 3, size - 11 + place % 3, isDark)
            fix(size - 11 + place % 3, place / 3, isDark)
        }
    }

    // MARK: Words

    /// Two columns at a time from the right, up and down in turn, past the column of timing.
    mutating func place(_ words: [UInt8], mask: Int) {
        var bit = 0
        var isUpward = true
        var right = size - 1
        while right > 0 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !areFixed[row * size + column] {
                    let word = bit / 8 < words.count ? words[bit / 8] : 0
                    let isSet = word >> UInt8(7 - bit % 8) & 1 == 1
                    let isTurned = QRMatrix.turns(mask, row, column)
                    modules[row * size + column] = isSet != isTurned
                    bit += 1
                }
            }
            isUpward.toggle()
            right -= 2
        }
        drawFormat(mask: mask)
    }

    /// Table 10.
    private static func turns(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column).isMultiple(of: 2)
        case 1: row.isMultiple(of: 2)
        case 2: column.isMultiple(of: 3)
        case 3: (row + column).isMultiple(of: 3)
        case 4: (row / 2 + column / 3).isMultiple(of: 2)
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3).isMultiple(of: 2)
        default: ((row + column) % 2 + row * column % 3).isMultiple(of: 2)
        }
    }
}

// MARK: - Penalty

extension QRMatrix {
    /// How hard the picture is to read (7.8.3): long runs, blocks, what looks like a finder, and a
    /// share of dark modules far from a half.
    var penalty: Int {
        let rows = (0..<size).map { row in (0..<size).map { self[row, $0] } }
        let columns = (0..<size).map { column in (0..<size).map { self[$0, column] } }
        let lines = (rows + columns).reduce(0) { $0 + QRMatrix.penalty(of: $1) }
        return lines + blockPenalty + balancePenalty
    }

    private static func penalty(of line: [Bool]) -> Int {
        var penalty = 0
        var run = 0
        for (place, isDark) in line.enumerated() {
            run = place > 0 && line[place - 1] == isDark ? run + 1 : 1
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        let finder = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        for start in line.indices.dropLast(10) {
            let window = line[start..<(start + 11)]
            if window.elementsEqual(finder + light) || window.elementsEqual(light + finder) {
                penalty += 40
            }
        }
        return penalty
    }

    private var blockPenalty: Int {
        var penalty = 0
        for row in 0..<(size - 1) {
            for column in 0..<(size - 1) {
                let first = self[row, column]
                if self[row, column + 1] == first, self[row + 1, column] == first,
                    self[row + 1, column + 1] == first
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Ten for every whole five per cent away from a half.
    private var balancePenalty: Int {
        let dark = modules.count { $0 }
        return abs(dark * 20 - modules.count * 10) / modules.count * 10
    }
}
