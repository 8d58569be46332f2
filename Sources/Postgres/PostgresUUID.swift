/// `uuid`: sixteen bytes, the first eight in `high`.
package struct PostgresUUID: PostgresValue, Hashable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static var type: PostgresType { .uuid }

    package func encode(into buffer: inout [UInt8]) {
        high.appendBigEndian(to: &buffer)
        low.appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.uuid.oid, bytes.count == 16 else {
            throw PostgresError.mismatch(of: "PostgresUUID", type, bytes.count)
        }
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
}
