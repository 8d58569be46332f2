extension String: PostgresValue {
    package static var type: PostgresType { .text }

    @inlinable
    package func encode(into buffer: inout [UInt8]) {
        buffer.append(contentsOf: utf8)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.isTextual, let text = String(validating: bytes, as: UTF8.self) else {
            throw PostgresError.mismatch(of: "String", type, bytes.count)
        }
        self = text
    }
}
