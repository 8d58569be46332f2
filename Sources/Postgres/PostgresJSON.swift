/// `jsonb` as its text: whoever reads or writes it knows what it holds.
package struct PostgresJSON: PostgresValue, Hashable {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }

    package static var type: PostgresType { .jsonb }

    /// `jsonb_recv` wants a version before the text; there is one so far.
    private static let version: UInt8 = 1

    package func encode(into buffer: inout [UInt8]) {
        buffer.append(PostgresJSON.version)
        buffer.append(contentsOf: text.utf8)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        var content = bytes
        if type.oid == PostgresType.jsonb.oid, bytes.first == PostgresJSON.version {
            content = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        } else if type.oid != PostgresType.json.oid {
            throw PostgresError.mismatch(of: "PostgresJSON", type, bytes.count)
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw PostgresError.mismatch(of: "PostgresJSON", type, bytes.count)
        }
        self.text = text
    }
}
