import Foundation
import Interchange

/// Writes and reads files of the rooms Interchange and Delivery for the tests beside it, which hold
/// them against readers and writers that are not ours, and measures how long reports take to
/// render. A plan comes as JSON on standard input; a file goes to standard output, a fault as JSON
/// to standard error with the exit status 1.
@main struct OracleFiles {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let input = { try FileHandle.standardInput.readToEnd() ?? Data() }
        do {
            switch (arguments.first, arguments.dropFirst().first) {
            case ("unzip", let path?): try ZipListing.write(of: bytes(at: path))
            case ("read", let path?):
                try WorkbookListing.write(of: bytes(at: path), sheet: arguments.dropFirst(2).first)
            case ("texts", let path?): try TextListing.write(of: bytes(at: path))
            case ("zip", nil): write(try JSONDecoder().decode(ZipOrder.self, from: input()).bytes)
            case ("workbook", nil):
                write(try JSONDecoder().decode(WorkbookOrder.self, from: input()).bytes)
            case ("document", nil):
                write(try JSONDecoder().decode(DocumentOrder.self, from: input()).bytes)
            case ("mail", nil):
                write(try JSONDecoder().decode(MailOrder.self, from: input()).bytes)
            case ("qr", let text?):
                write(Array((QRCode(text)?.svg(title: "QR") ?? "").utf8))
            case ("render", let rows?):
                try await RenderMeasure(
                    rows: Int(rows) ?? 0, rounds: Int(arguments.dropFirst(2).first ?? "") ?? 9
                ).write()
            default:
                FileHandle.standardError.write(
                    Data(
                        """
                        OracleFiles unzip FILE|read FILE [SHEET]|texts FILE
                        OracleFiles zip|workbook|document|mail|qr TEXT|render ROWS [ROUNDS]

                        """.utf8))
                exit(2)
            }
        } catch let fault as FileFault {
            let report = ["code": fault.code, "ko": fault.korean, "en": fault.english]
            FileHandle.standardError.write(try JSONEncoder().encode(report))
            exit(1)
        }
    }

    private static func bytes(at path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    private static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }
}

/// One JSON document a line.
enum Lines {
    static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
    }
}
