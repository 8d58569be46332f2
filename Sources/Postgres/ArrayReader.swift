/// Walks the binary form of an array of one dimension (`array_send`): number of dimensions,
/// whether there are NULLs, oid of the elements; for the dimension its length and lower bound;
/// then each element after its length, -1 for NULL. No dimension at all is the empty array.
@usableFromInline
struct ArrayReader {
    @usableFromInline let type: PostgresType
    @usableFromInline let count: Int
    private var rest: UnsafeRawBufferPointer
    private var left: Int

    init(_ bytes: UnsafeRawBufferPointer, _ array: PostgresType) throws {
        let mismatch = PostgresError.mismatch(of: "Array", array, bytes.count)
        rest = bytes
        guard let dimensions = ArrayReader.number(&rest), (0...1).contains(dimensions),
            ArrayReader.number(&rest) != nil, let element = ArrayReader.number(&rest)
        else { throw mismatch }
        type = PostgresType(oid: UInt32(bitPattern: element), arrayOID: array.oid)
        var count: Int32 = 0
        if dimensions == 1 {
            guard let length = ArrayReader.number(&rest), ArrayReader.number(&rest) != nil,
                length >= 0, Int(length) <= rest.count / 4
            else { throw mismatch }
            count = length
        }
        self.count = Int(count)
        left = Int(count)
    }

    /// Nothing after the last element; nothing within it for NULL.
    @usableFromInline
    mutating func next() throws -> UnsafeRawBufferPointer?? {
        guard left > 0 else { return .none }
        left -= 1
        guard let length = ArrayReader.number(&rest), Int(length) <= rest.count else {
            throw PostgresError.decoding("an array ends before its last element")
        }
        guard length >= 0 else { return .some(nil) }
        let element = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(length)))
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Int(length)))
        return .some(element)
    }

    private static func number(_ rest: inout UnsafeRawBufferPointer) -> Int32? {
        guard rest.count >= 4 else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(4)) }
        return Int32(bigEndianBytes: UnsafeRawBufferPointer(rebasing: rest.prefix(4)))
    }
}
