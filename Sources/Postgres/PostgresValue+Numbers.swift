extension Bool: PostgresValue {
    package static var type: PostgresType { .bool }

    package func encode(into buffer: inout [UInt8]) {
        buffer.append(self ? 1 : 0)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.bool.oid, bytes.count == 1 else {
            throw PostgresError.mismatch(of: "Bool", type, bytes.count)
        }
        self = bytes[0] != 0
    }
}

extension Int16: PostgresValue {
    package static var type: PostgresType { .int2 }

    @inlinable
    package func encode(into buffer: inout [UInt8]) {
        appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard let value = Int16(exactly: try wholeNumber(bytes, type, for: "Int16")) else {
            throw PostgresError.mismatch(of: "Int16", type, bytes.count)
        }
        self = value
    }
}

extension Int32: PostgresValue {
    package static var type: PostgresType { .int4 }

    @inlinable
    package func encode(into buffer: inout [UInt8]) {
        appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard let value = Int32(exactly: try wholeNumber(bytes, type, for: "Int32")) else {
            throw PostgresError.mismatch(of: "Int32", type, bytes.count)
        }
        self = value
    }
}

extension Int64: PostgresValue {
    package static var type: PostgresType { .int8 }

    @inlinable
    package func encode(into buffer: inout [UInt8]) {
        appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        self = try wholeNumber(bytes, type, for: "Int64")
    }
}

extension Double: PostgresValue {
    package static var type: PostgresType { .float8 }

    package func encode(into buffer: inout [UInt8]) {
        bitPattern.appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        if type.oid == PostgresType.float8.oid, let bits = UInt64(bigEndianBytes: bytes) {
            self = Double(bitPattern: bits)
        } else if type.oid == PostgresType.float4.oid, let bits = UInt32(bigEndianBytes: bytes) {
            self = Double(Float(bitPattern: bits))
        } else {
            throw PostgresError.mismatch(of: "Double", type, bytes.count)
        }
    }
}

/// Any of the server's whole numbers: `count(*)` is int8 and `ordinality` too, whatever the
/// column beside them is, so width is no part of what a reader must know.
private func wholeNumber(
    _ bytes: UnsafeRawBufferPointer, _ type: PostgresType, for name: String
) throws -> Int64 {
    switch type.oid {
    case PostgresType.int8.oid:
        if let value = Int64(bigEndianBytes: bytes) { return value }
    case PostgresType.int4.oid:
        if let value = Int32(bigEndianBytes: bytes) { return Int64(value) }
    case PostgresType.int2.oid:
        if let value = Int16(bigEndianBytes: bytes) { return Int64(value) }
    default: break
    }
    throw PostgresError.mismatch(of: name, type, bytes.count)
}
