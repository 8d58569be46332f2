/// `bytea`.
package struct PostgresBytes: PostgresValue, Hashable {
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static var type: PostgresType { .bytea }

    package func encode(into buffer: inout [UInt8]) {
        buffer.append(contentsOf: bytes)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.bytea.oid else {
            throw PostgresError.mismatch(of: "PostgresBytes", type, bytes.count)
        }
        self.bytes = Array(bytes)
    }
}
