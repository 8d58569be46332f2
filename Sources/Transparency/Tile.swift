/// 타일. A piece of the log as anybody may fetch it (C2SP tlog-tiles 0.1): 256 hashes of one level,
/// or 256 entries. A full one never changes; a narrower one belongs to one size of the tree.
package struct Tile: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Hashes of the tree's level `8 * level`; `level` 0…63. Above level 0 only the roots of
        /// full tiles below count.
        case hashes(level: Int)
        /// Entries as they are in the log: for auditors.
        case entries
    }

    package static let widthMax = 256

    package let kind: Kind
    package let index: Int
    /// How many hashes or entries there are, 1…256.
    package let width: Int

    /// `nil` outside the bounds of the format.
    package init?(_ kind: Kind, index: Int, width: Int = Tile.widthMax) {
        guard index >= 0, (1...Tile.widthMax).contains(width) else { return nil }
        if case .hashes(let level) = kind, !(0...63).contains(level) { return nil }
        self.kind = kind
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == Tile.widthMax }

    /// Where it is served, below the log's prefix: `tile/0/x001/x234/067`, `tile/1/000.p/17`.
    package var path: String {
        let place =
            switch kind {
            case .hashes(let level): "tile/\(level)/"
            case .entries: "tile/entries/"
            }
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            let padded = String(repeating: "0", count: 3 - digits.count) + digits
            groups.insert(groups.isEmpty ? padded : "x" + padded, at: 0)
            rest /= 1000
        } while rest > 0
        return place + groups.joined(separator: "/") + (isFull ? "" : ".p/\(width)")
    }

    /// Reads a path; every tile has exactly one.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0] == "tile" else { return nil }
        var groups = parts.dropFirst(2)
        var width = Tile.widthMax
        if let last = groups.dropLast().last, last.hasSuffix(".p") {
            // A full tile has no `.p`.
            guard let partial = Int(parts[parts.count - 1]), partial < Tile.widthMax else {
                return nil
            }
            width = partial
            groups = groups.dropLast(2) + [last.dropLast(2)]
        }
        // 64 bits hold six full groups, and no tree has more.
        guard (1...6).contains(groups.count) else { return nil }
        var index = 0
        for group in groups {
            let digits = group.drop { $0 == "x" }
            guard digits.utf8.count == 3, let value = Int(digits) else { return nil }
            index = index * 1000 + value
        }
        let level = Int(parts[1])
        self.init(level.map(Kind.hashes) ?? .entries, index: index, width: width)
        guard self.path == path else { return nil }
    }

    /// The tiles of level `level` that a tree of `size` leaves has: full ones, then the narrow one.
    package static func widths(ofLevel level: Int, size: Int) -> (full: Int, partial: Int) {
        guard level < 8 else { return (0, 0) }
        let hashes = size >> (8 * level)
        return (hashes / widthMax, hashes % widthMax)
    }

    /// Whether a log of `size` leaves has this tile, or had it on its way there.
    package func isWithin(_ size: Int) -> Bool {
        let level = if case .hashes(let level) = kind { level } else { 0 }
        let (full, partial) = Tile.widths(ofLevel: level, size: size)
        return index < full || (index == full && width <= partial)
    }
}

extension Tile {
    /// The bytes of a hash tile: its hashes and nothing between them; 8,192 when it is full.
    package static func content(_ hashes: [Hash256]) -> [UInt8] {
        hashes.flatMap(\.bytes)
    }

    /// `nil` when the bytes are not whole hashes or too many.
    package static func hashes(_ content: [UInt8]) -> [Hash256]? {
        guard content.count <= widthMax * Hash256.byteCount else { return nil }
        return Hash256.all(in: content)
    }

    /// The bytes of a tile of entries: each as its length in two bytes, big-endian, and itself.
    /// `nil` when one is longer than two bytes can say; a ledger refuses long before.
    package static func content(entries: [[UInt8]]) -> [UInt8]? {
        var content: [UInt8] = []
        content.reserveCapacity(entries.reduce(0) { $0 + $1.count + 2 })
        for entry in entries {
            guard let length = UInt16(exactly: entry.count) else { return nil }
            content.append(UInt8(length >> 8))
            content.append(UInt8(truncatingIfNeeded: length))
            content.append(contentsOf: entry)
        }
        return content
    }

    /// `nil` when an entry is cut off or there are more than 256.
    package static func entries(_ content: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var rest = content[...]
        while let high = rest.popFirst() {
            guard let low = rest.popFirst(), entries.count < widthMax else { return nil }
            let length = Int(high) << 8 | Int(low)
            guard rest.count >= length else { return nil }
            entries.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return entries
    }
}
