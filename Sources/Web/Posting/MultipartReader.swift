/// Takes `multipart/form-data` (RFC 7578) apart as its bytes come in: a file is handed on piece by
/// piece and never waited for whole. Reads what browsers, curl and Python send.
package struct MultipartReader {
    package enum Event: Hashable, Sendable {
        /// A part begins; its bytes follow.
        case part(MultipartPart)
        case bytes([UInt8])
    }

    /// Forms of ours have a dozen; a hostile body is not to make millions of parts.
    package static let partsMax = 64
    /// Three short header fields, of which one may hold a long file name.
    package static let headBytesMax = 8 * 1024
    /// RFC 2046, 5.1.1.
    package static let boundaryBytesMax = 70

    /// What the bytes that are still held back belong to.
    private enum State {
        /// Whatever stands before the first boundary is nobody's. Becomes `.edge`.
        case preamble
        /// Just after a boundary: a line end, or two hyphens. Becomes `.head` or `.finished`.
        case edge
        /// Header fields up to an empty line. Becomes `.body`.
        case head
        /// Bytes up to the next boundary. Becomes `.edge`.
        case body
        /// Whatever follows the last boundary is nobody's.
        case finished
    }

    private let delimiter: [UInt8]
    private var state = State.preamble
    /// A line end before the first boundary, so that it looks like every other.
    private var held: [UInt8] = Array("\r\n".utf8)
    private var partCount = 0

    /// - Parameter boundary: as ``boundary(of:)`` found it.
    package init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The boundary in a value of `Content-Type`.
    /// - Throws: `MultipartFault.boundary` when there is none.
    package static func boundary(of contentType: String) throws(MultipartFault) -> String {
        let parameters = HeaderParameters(contentType)
        guard parameters.value.lowercased() == "multipart/form-data",
            let boundary = parameters["boundary"],
            (1...boundaryBytesMax).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), boundary.last != " "
        else { throw .boundary }
        return boundary
    }

    /// Takes the next bytes of the body.
    /// - Returns: what they complete, in order.
    /// - Throws: `MultipartFault`.
    package mutating func read(_ chunk: some Sequence<UInt8>) throws(MultipartFault) -> [Event] {
        held.append(contentsOf: chunk)
        var events: [Event] = []
        var rest = held[...]
        while try step(&rest, &events) {}
        held = Array(rest)
        return events
    }

    /// To be called after the last byte.
    /// - Throws: `MultipartFault.truncated` unless the last boundary was there.
    package func finish() throws(MultipartFault) {
        guard case .finished = state else { throw .truncated }
    }

    /// - Returns: whether there may be more to do with the bytes at hand.
    private mutating func step(
        _ rest: inout ArraySlice<UInt8>, _ events: inout [Event]
    ) throws(MultipartFault) -> Bool {
        switch state {
        case .preamble, .body:
            let (before, after) = split(rest)
            if case .body = state, !before.isEmpty { events.append(.bytes(Array(before))) }
            rest = after ?? rest[before.endIndex...]
            guard after != nil else { return false }
            state = .edge
            return true
        case .edge: return try passEdge(&rest)
        case .head:
            guard let end = MultipartReader.find(MultipartReader.emptyLine, in: rest) else {
                guard rest.count <= MultipartReader.headBytesMax else { throw .headTooLong }
                return false
            }
            guard end - rest.startIndex <= MultipartReader.headBytesMax else { throw .headTooLong }
            partCount += 1
            guard partCount <= MultipartReader.partsMax else { throw .tooManyParts }
            events.append(.part(try MultipartPart(head: rest[..<end])))
            rest = rest[(end + MultipartReader.emptyLine.count)...]
            state = .body
            return true
        case .finished:
            rest = []
            return false
        }
    }

    private mutating func passEdge(
        _ rest: inout ArraySlice<UInt8>
    ) throws(MultipartFault) -> Bool {
        // Blanks may stand between a boundary and its line end (RFC 2046, 5.1.1).
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.count >= 2 else { return false }
        if rest.starts(with: "--".utf8) {
            state = .finished
        } else if rest.starts(with: "\r\n".utf8) {
            state = .head
        } else {
            throw .boundary
        }
        rest = rest.dropFirst(2)
        return true
    }

    private static let emptyLine = Array("\r\n\r\n".utf8)

    /// The bytes that surely stand before the next boundary, and what follows it if it is there.
    private func split(
        _ rest: ArraySlice<UInt8>
    ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
        if let start = MultipartReader.find(delimiter, in: rest) {
            return (rest[..<start], rest[(start + delimiter.count)...])
        }
        // Its beginning may be at hand already, and the rest of it still on the way.
        let tail = rest.suffix(delimiter.count - 1)
        let start = tail.indices.first { delimiter.starts(with: tail[$0...]) }
        return (rest[..<(start ?? rest.endIndex)], nil)
    }

    /// Where `pattern` begins; looks for its first byte and compares only there.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        while let start = rest.firstIndex(of: pattern[0]) {
            if rest[start...].starts(with: pattern) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
