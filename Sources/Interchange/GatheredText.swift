/// A text that comes in pieces. One that does not end is handed out before it does, so that memory
/// stays bounded, and goes on from a little before the cut: what lies across it is in one of them.
struct GatheredText {
    private static let bytesMax = 1 << 20
    private static let overlapBytes = 512

    private var bytes: [UInt8] = []

    mutating func append(
        _ piece: some Sequence<UInt8>, _ body: (_ text: String) throws -> Void
    ) throws {
        bytes.append(contentsOf: piece)
        guard bytes.count > GatheredText.bytesMax else { return }
        try body(SheetText.unescape(bytes))
        bytes.removeFirst(bytes.count - GatheredText.overlapBytes)
    }

    /// What follows stands in a line of its own.
    mutating func breakLine() {
        if !bytes.isEmpty { bytes.append(0x0A) }
    }

    /// Hands out what was gathered, if anything was.
    mutating func end(_ body: (_ text: String) throws -> Void) throws {
        guard !bytes.isEmpty else { return }
        defer { bytes.removeAll(keepingCapacity: true) }
        try body(SheetText.unescape(bytes))
    }
}
