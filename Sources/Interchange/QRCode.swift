/// QR 코드. A QR code, model 2 (ISO/IEC 18004): bytes, error correction level M, versions 1 to 10,
/// which hold up to 213 bytes; the smallest that fits.
///
/// The same bytes give the same picture: version and mask follow from them.
package struct QRCode: Hashable, Sendable {
    /// Light modules around the picture, without which readers do not find it (9.1).
    package static let quietZone = 4

    /// Modules along an edge, without the quiet zone.
    package let size: Int
    /// Dark modules, row by row.
    private let modules: [Bool]

    /// `nil` for more bytes than version 10 holds.
    package init?(_ bytes: some Collection<UInt8>) {
        guard let version = QRVersion.all.first(where: { $0.holds(bytes.count) }) else {
            return nil
        }
        let words = QRCodewords.interleaved(Array(bytes), in: version)
        var best: QRMatrix?
        var least = Int.max
        for mask in 0..<8 {
            var matrix = QRMatrix(version)
            matrix.place(words, mask: mask)
            let penalty = matrix.penalty
            if penalty < least { (best, least) = (matrix, penalty) }
        }
        guard let best else { return nil }
        size = best.size
        modules = best.modules
    }

    package init?(_ text: String) {
        self.init(Array(text.utf8))
    }

    package func isDark(row: Int, column: Int) -> Bool {
        modules[row * size + column]
    }

    /// One SVG path of rectangles, a run of dark modules each, in units of modules and with the
    /// quiet zone around: `<path d="…"/>` in a view box of `viewBoxSize`.
    package var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, isDark(row: row, column: column) { column += 1 }
                if column > start {
                    let place = "M\(start + QRCode.quietZone) \(row + QRCode.quietZone)"
                    path += "\(place)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }

    package var viewBoxSize: Int { size + 2 * QRCode.quietZone }

    /// A whole picture, black on white.
    ///
    /// - Parameter title: what the picture leads to, for those who do not see it.
    package func svg(title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(viewBoxSize) \(viewBoxSize)" \
        role="img" shape-rendering="crispEdges"><title>\
        \(XMLText.escape(title))</title>\
        <rect width="100%" height="100%" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
        """
    }
}
