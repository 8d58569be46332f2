import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// 전송 부호. Between NIO's decoder and the rest: requests in the types of HTTPTypes, answers as
/// bytes (RFC 9112). A short answer is put together in one buffer and leaves as one; NIO's own
/// encoder copies each field into another list first and writes three parts.
struct WireCodec {
    /// A longer body is not copied behind its head.
    private static let copiedBytesMax = 16 * 1024

    /// What the library makes of a head. It looks for a scheme in every address; one that begins
    /// with a slash (RFC 9112, 3.2.1) has none.
    static func request(_ head: HTTPRequestHead) throws -> HTTPRequest {
        guard head.uri.utf8.first == UInt8(ascii: "/") else {
            return try HTTPRequest(head, secure: false, splitCookie: false)
        }
        var authority: String?
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        for (name, value) in head.headers {
            if authority == nil, name.utf8.count == 4, name.lowercased() == "host" {
                authority = value
            } else if let name = HTTPField.Name(name) {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        return HTTPRequest(
            method: try HTTPRequest.Method(head.method), scheme: "http", authority: authority,
            path: head.uri, headerFields: fields)
    }

    /// What waits for the end of its answer, or for a flush.
    private var gathered: [UInt8] = []
    private var isChunked = false

    /// The head of an answer.
    /// - Returns: whether the connection ends with it.
    mutating func begin(
        _ status: HTTPResponse.Status, _ fields: HTTPFields, date: HTTPField
    ) -> Bool {
        // An answer of this kind ends with its head (RFC 9112, 6.3).
        let hasBody = status.kind != .informational && ![204, 304].contains(status.code)
        var (hasLength, isEncoded, isLast) = (false, false, false)
        gathered.reserveCapacity(1_024)
        gathered += "HTTP/1.1 ".utf8
        gathered += String(status.code).utf8
        gathered += " ".utf8
        gathered += status.reasonPhrase.utf8
        for field in fields {
            switch field.name {
            case .contentLength:
                hasLength = true
                guard hasBody else { continue }
            case .transferEncoding: isEncoded = true
            case .connection: isLast = field.value == "close"
            default: break
            }
            append(field)
        }
        append(date)
        isChunked = hasBody && !hasLength && !isEncoded
        if isChunked { gathered += "\r\nTransfer-Encoding: chunked".utf8 }
        gathered += "\r\n\r\n".utf8
        return isLast
    }

    private mutating func append(_ field: HTTPField) {
        gathered += "\r\n".utf8
        gathered += field.name.rawName.utf8
        gathered += ": ".utf8
        gathered += field.value.utf8
    }

    /// A part of the body.
    /// - Parameter send: takes what is too long to be copied, and what waited before it.
    mutating func append(_ bytes: ByteBuffer, send: (ByteBuffer) -> Void) {
        let count = bytes.readableBytes
        guard count > 0 else { return }
        if isChunked { gathered += "\(String(count, radix: 16))\r\n".utf8 }
        if count <= WireCodec.copiedBytesMax {
            gathered += bytes.readableBytesView
        } else {
            if !gathered.isEmpty { send(take()) }
            send(bytes)
        }
        if isChunked { gathered += "\r\n".utf8 }
    }

    mutating func end() {
        if isChunked { gathered += "0\r\n\r\n".utf8 }
        isChunked = false
    }

    /// What waits; empty where nothing does.
    mutating func take() -> ByteBuffer {
        defer { gathered = [] }
        return ByteBuffer(bytes: gathered)
    }
}
