package import NIOCore

extension JSONReader {
    /// - Throws: `Problem` 400 with line and byte.
    package static func value(of body: ByteBuffer) throws(Problem) -> JSONValue {
        do {
            return try read(Array(body.readableBytesView))
        } catch {
            let isEncoding = error.reason == .invalidUTF8
            throw Problem(isEncoding ? .invalidUTF8 : .malformedJSON, error.text)
        }
    }
}
