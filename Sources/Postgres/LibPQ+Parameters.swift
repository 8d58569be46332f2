import CLibPQ

/// A C string that lives as long as somebody holds it.
final class CString {
    private let storage: UnsafeMutableBufferPointer<CChar>

    init(_ text: String) {
        let bytes = text.utf8CString
        storage = UnsafeMutableBufferPointer.allocate(capacity: bytes.count)
        _ = storage.initialize(from: bytes)
    }

    deinit {
        storage.deallocate()
    }

    var pointer: UnsafePointer<CChar>? { UnsafePointer(storage.baseAddress) }
}

extension LibPQConnection {
    /// libpq quotes a malformed connection string in its error, password and all. So the string
    /// is parsed once for nothing but the verdict.
    static func checkConninfo(_ parameters: [(keyword: String, value: String)]) throws {
        guard let conninfo = parameters.first(where: { $0.keyword == "dbname" })?.value,
            conninfo.contains("=") || conninfo.contains("://")
        else { return }
        var text: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(conninfo, &text) else {
            PQfreemem(text)
            throw PostgresError(
                .misuse, "the connection string is neither a URI nor keyword=value pairs of libpq")
        }
        PQconninfoFree(options)
    }

    /// How many hosts libpq will try in turn.
    var hostCount: Int {
        guard let options = PQconninfo(handle) else { return 1 }
        defer { PQconninfoFree(options) }
        var option = options
        var count = 1
        while let keyword = option.pointee.keyword {
            let name = String(cString: keyword)
            if name == "host" || name == "hostaddr", let value = option.pointee.val {
                let commas = String(cString: value).utf8.count { $0 == UInt8(ascii: ",") }
                count = max(count, commas + 1)
            }
            option += 1
        }
        return count
    }
}

extension Parameters {
    /// Lends the values as the four parallel arrays libpq wants.
    func withLibPQ<R>(
        _ body: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>,
            _ lengths: UnsafePointer<Int32>, _ formats: UnsafePointer<Int32>
        ) -> R
    ) -> R {
        let count = slots.count
        return bytes.withUnsafeBytes { buffer in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count + 1) {
                values in
                // Lengths, then formats: all binary.
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count + 1) { sizes in
                    sizes.initialize(repeating: 1)
                    values.initialize(repeating: nil)
                    guard let value = values.baseAddress, let size = sizes.baseAddress else {
                        preconditionFailure("a temporary allocation has an address")
                    }
                    // A null pointer means NULL, so a value of no bytes points somewhere too.
                    let base = buffer.baseAddress ?? UnsafeRawPointer(size)
                    for (index, slot) in slots.enumerated() where slot.length >= 0 {
                        let start = base + slot.start
                        value[index] = start.assumingMemoryBound(to: CChar.self)
                        size[index] = Int32(slot.length)
                    }
                    return body(Int32(count), value, size, size + count)
                }
            }
        }
    }
}
