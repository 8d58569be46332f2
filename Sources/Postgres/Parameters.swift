/// What a statement binds to `$1`, `$2`, …, in order. All values share one buffer, so that a
/// batch of arrays costs a few growing appends and no allocation for each value.
package struct Parameters: Sendable {
    /// One parameter within `bytes`; `length` is -1 for NULL.
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline let type: UInt32
        @usableFromInline let start: Int
        @usableFromInline let length: Int

        @usableFromInline
        init(type: UInt32, start: Int, length: Int) {
            self.type = type
            self.start = start
            self.length = length
        }
    }

    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var slots: [Slot] = []

    package init() {}

    /// How many values are bound.
    package var count: Int { slots.count }

    @inlinable
    package mutating func append<T: PostgresValue>(_ value: T) {
        let start = bytes.count
        value.encode(into: &bytes)
        slots.append(Slot(type: T.type.oid, start: start, length: bytes.count - start))
    }

    @inlinable
    package mutating func append<T: PostgresValue>(_ value: T?) {
        if let value {
            append(value)
        } else {
            slots.append(Slot(type: T.type.oid, start: bytes.count, length: -1))
        }
    }

    /// An array of one dimension, as `array_recv` reads it: dimensions, whether there are NULLs,
    /// oid of the elements; length and lower bound; then each element after its length.
    @inlinable
    package mutating func append<T: PostgresValue>(_ values: [T]) {
        let start = bytes.count
        appendArrayHead(T.type, count: values.count, hasNulls: false)
        for value in values { appendElement(value) }
        slots.append(Slot(type: T.type.arrayOID, start: start, length: bytes.count - start))
    }

    @inlinable
    package mutating func append<T: PostgresValue>(_ values: [T?]) {
        let start = bytes.count
        appendArrayHead(T.type, count: values.count, hasNulls: true)
        for value in values {
            if let value {
                appendElement(value)
            } else {
                Int32(-1).appendBigEndian(to: &bytes)
            }
        }
        slots.append(Slot(type: T.type.arrayOID, start: start, length: bytes.count - start))
    }

    /// A column of rows that are added together: NULL in place of an array of nothing but NULLs,
    /// which would be sent and read for nothing.
    @inlinable
    package mutating func append<T: PostgresValue>(column values: [T?]) {
        if values.allSatisfy({ $0 == nil }) { appendNoArray(T.type) } else { append(values) }
    }

    /// An array, or NULL in its place.
    @inlinable
    package mutating func append<T: PostgresValue>(array values: [T]?) {
        if let values { append(values) } else { appendNoArray(T.type) }
    }

    @usableFromInline
    mutating func appendNoArray(_ element: PostgresType) {
        slots.append(Slot(type: element.arrayOID, start: bytes.count, length: -1))
    }

    @usableFromInline
    mutating func appendArrayHead(_ element: PostgresType, count: Int, hasNulls: Bool) {
        let size = bytes.count + 20 + count * 12
        // Asked for exactly what each array needs, it would be moved for each array.
        if bytes.capacity < size { bytes.reserveCapacity(max(size, 2 * bytes.capacity)) }
        let dimensions: Int32 = count == 0 ? 0 : 1
        dimensions.appendBigEndian(to: &bytes)
        Int32(hasNulls ? 1 : 0).appendBigEndian(to: &bytes)
        element.oid.appendBigEndian(to: &bytes)
        guard count > 0 else { return }
        Int32(count).appendBigEndian(to: &bytes)
        Int32(1).appendBigEndian(to: &bytes)
    }

    /// The length stands before the bytes and is known after them: room is left and filled in.
    @inlinable
    mutating func appendElement<T: PostgresValue>(_ value: T) {
        let start = bytes.count
        Int32(0).appendBigEndian(to: &bytes)
        value.encode(into: &bytes)
        let length = Int32(bytes.count - start - 4)
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: length.bigEndian, toByteOffset: start, as: Int32.self)
        }
    }
}
