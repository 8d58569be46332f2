import Foundation
import Interchange

/// Parts to be written, in order: `{"parts": [["name", "text"]]}`.
struct ZipOrder: Decodable {
    let parts: [[String]]

    var bytes: [UInt8] {
        get throws {
            var writer = ZipWriter([UInt8]())
            for part in parts { try writer.add(part[0], Array(part[1].utf8)) }
            return try writer.finish()
        }
    }
}

/// A line for every part that was read: name, size and bytes in base64.
struct ZipListing: Encodable {
    let name: String
    let size: Int
    let bytes: Data

    static func write(of file: [UInt8]) throws {
        let archive = try ZipArchive(file)
        for part in archive.parts {
            let bytes = Data(try archive.bytes(of: part))
            try Lines.write(ZipListing(name: part.name, size: part.size, bytes: bytes))
        }
    }
}
