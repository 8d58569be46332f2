/// A ZIP file from outside, which nobody needs to trust: everything its directory claims is held
/// against the file before a byte is unpacked, and against the unpacked bytes afterwards.
///
/// Stored and deflated parts are read. Encryption, ZIP64, several disks, unknown methods, parts
/// that overlap, names that leave their folder or stand twice are refused, each with its reason.
package struct ZipArchive: Sendable {
    package struct Part: Hashable, Sendable {
        package let name: String
        /// Bytes when unpacked.
        package let size: Int
        let packed: Range<Int>
        let isDeflated: Bool
        let sum: UInt32
    }

    let bytes: [UInt8]
    /// In the order of the directory.
    package let parts: [Part]
    private let places: [String: Int]

    package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(FileFault) {
        guard bytes.count <= limits.zipBytesMax else { throw .zipTooLarge(limits) }
        var directory = try ZipDirectory(bytes, limits: limits)
        var parts: [Part] = []
        var places: [String: Int] = [:]
        while let part = try directory.next() {
            guard places.updateValue(parts.count, forKey: part.name) == nil else {
                throw .zipName(part.name)
            }
            parts.append(part)
        }
        try ZipArchive.refuseOverlaps(parts, before: directory.start)
        self.bytes = bytes
        self.parts = parts
        self.places = places
    }

    package func part(named name: String) -> Part? {
        places[name].map { parts[$0] }
    }

    /// Unpacks a part in pieces.
    package func reader(of part: Part) -> ZipPartReader {
        ZipPartReader(part, of: self)
    }

    /// A part, whole.
    package func bytes(of part: Part) throws(FileFault) -> [UInt8] {
        let reader = reader(of: part)
        var whole: [UInt8] = []
        whole.reserveCapacity(part.size)
        while let piece = try reader.next() { whole.append(contentsOf: piece) }
        return whole
    }

    /// Two parts that share bytes unpack to more than the file holds, and no writer makes them.
    private static func refuseOverlaps(
        _ parts: [Part], before directory: Int
    ) throws(FileFault) {
        var end = 0
        for part in parts.sorted(by: { $0.packed.lowerBound < $1.packed.lowerBound }) {
            // The header of a part lies before its bytes and has at least 30.
            guard part.packed.lowerBound - 30 - part.name.utf8.count >= end,
                part.packed.upperBound <= directory
            else { throw .zipOverlapping(part.name) }
            end = part.packed.upperBound
        }
    }
}
