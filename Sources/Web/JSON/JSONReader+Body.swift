package import NIOCore

extension JSONReader {
    /// - Throws: `Problem` 400 with line and byte.
    package static func value(of body: ByteBuffer) throws(Problem) -> JSONValue {
        do {
            return try read(Array(body.readableBytesView))
        } catch {
            throw Problem(error)
        }
    }
}

extension Problem {
    /// 400 with line and byte.
    init(_ fault: JSONFault) {
        self.init(fault.reason == .invalidUTF8 ? .invalidUTF8 : .malformedJSON, fault.text)
    }
}
