/// What a version of a QR code has at level M (ISO/IEC 18004, tables 1, 9 and E.1).
struct QRVersion: Hashable {
    let number: Int
    /// Error correction words of every block.
    let correctionBytes: Int
    /// Data words of every block; the later ones may hold one more.
    let blocks: [Int]
    /// Rows and columns of the centres of alignment patterns.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var dataBytes: Int { blocks.reduce(0, +) }

    /// Mode and count take 12 bits, from version 10 on 20.
    func holds(_ count: Int) -> Bool {
        let header = number < 10 ? 12 : 20
        return header + 8 * count <= 8 * dataBytes
    }

    static let all: [QRVersion] = [
        QRVersion(number: 1, correctionBytes: 10, blocks: [16], alignment: []),
        QRVersion(number: 2, correctionBytes: 16, blocks: [28], alignment: [6, 18]),
        QRVersion(number: 3, correctionBytes: 26, blocks: [44], alignment: [6, 22]),
        QRVersion(number: 4, correctionBytes: 18, blocks: [32, 32], alignment: [6, 26]),
        QRVersion(number: 5, correctionBytes: 24, blocks: [43, 43], alignment: [6, 30]),
        QRVersion(number: 6, correctionBytes: 16, blocks: [27, 27, 27, 27], alignment: [6, 34]),
        QRVersion(
            number: 7, correctionBytes: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38]),
        QRVersion(
            number: 8, correctionBytes: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42]),
        QRVersion(
            number: 9, correctionBytes: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46]),
        QRVersion(
            number: 10, correctionBytes: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50]),
    ]
}
