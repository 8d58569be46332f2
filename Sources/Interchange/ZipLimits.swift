/// How much of a ZIP file from outside is taken.
package struct ZipLimits: Hashable, Sendable {
    /// The file as it comes: it lies in memory while it is read.
    package var zipBytesMax: Int
    /// All parts together, unpacked: what a reader may have to go through.
    package var unpackedBytesMax: Int
    /// How many times larger than packed a part may be. An honest sheet grows 5 to 30 times;
    /// DEFLATE can do 1032.
    package var ratioMax: Int
    /// Below this size a part may grow as it likes: it cannot hurt.
    package var ratioFreeBytesMax: Int
    /// A workbook has some dozens.
    package var partsMax: Int

    package init(
        zipBytesMax: Int = 20 << 20, unpackedBytesMax: Int = 200 << 20, ratioMax: Int = 100,
        ratioFreeBytesMax: Int = 1 << 20, partsMax: Int = 2_000
    ) {
        self.zipBytesMax = zipBytesMax
        self.unpackedBytesMax = unpackedBytesMax
        self.ratioMax = ratioMax
        self.ratioFreeBytesMax = ratioFreeBytesMax
        self.partsMax = partsMax
    }
}
