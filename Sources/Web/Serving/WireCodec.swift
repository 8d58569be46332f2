import HTTPTypes
import NIOCore

/// 전송 부호. Answers as bytes (RFC 9112). A short one is put together in one buffer and leaves as
/// one; NIO's own encoder copies each field into another list first and writes three parts.
struct WireCodec {
    /// A longer body is not copied behind its head.
    private static let copiedBytesMax = 16 * 1024

    /// What waits for the end of its answer, or for a flush.
    private var gathered: [UInt8] = []
    private var isChunked = false

    /// The head of an answer.
    /// - Parameter takesChunks: else an answer without a length ends with its connection.
    /// - Returns: whether the connection ends with it.
    mutating func begin(
        _ status: HTTPResponse.Status, _ fields: HTTPFields, date: HTTPField,
        takesChunks: Bool = true
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
            case .transferEncoding:
                isEncoded = true
                guard takesChunks else { continue }
            case .connection: isLast = field.value == "close"
            default: break
            }
            append(field)
        }
        append(date)
        isChunked = takesChunks && hasBody && !hasLength && !isEncoded
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

    /// The end of an answer.
    /// - Parameter trailers: only what comes in chunks has room for them (RFC 9112, 7.1.2).
    mutating func end(_ trailers: HTTPFields? = nil) {
        guard isChunked else { return }
        gathered += "0".utf8
        for field in trailers ?? [:] { append(field) }
        gathered += "\r\n\r\n".utf8
        isChunked = false
    }

    /// What waits; empty where nothing does.
    mutating func take() -> ByteBuffer {
        defer { gathered = [] }
        return ByteBuffer(bytes: gathered)
    }
}
