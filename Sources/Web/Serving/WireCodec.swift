import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// 전송 부호. Between NIO's decoder and the rest: requests in the types of HTTPTypes, answers as
/// bytes (RFC 9112). A short answer is put together in one buffer and leaves as one; NIO's own
/// encoder copies each field into another list first and writes three parts.
final class WireCodec: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = IOData

    /// A longer body is not copied behind its head.
    private static let copiedBytesMax = 16 * 1024

    /// What waits for the end of its answer, or for a flush.
    private var gathered = ByteBuffer()
    private var isChunked = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            do {
                context.fireChannelRead(wrapInboundOut(.head(try WireCodec.request(head))))
            } catch {
                context.fireErrorCaught(error)
            }
        case .body(let bytes): context.fireChannelRead(wrapInboundOut(.body(bytes)))
        case .end(let trailers):
            let trailers = trailers.map { HTTPFields($0, splitCookie: false) }
            context.fireChannelRead(wrapInboundOut(.end(trailers)))
        }
    }

    /// What the library makes of a head. It looks for a scheme in every address; one that begins
    /// with a slash (RFC 9112, 3.2.1) has none.
    private static func request(_ head: HTTPRequestHead) throws -> HTTPRequest {
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

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch unwrapOutboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(var bytes):
            guard bytes.readableBytes > 0 else { break }
            if isChunked { gathered.writeString(String(bytes.readableBytes, radix: 16) + "\r\n") }
            if bytes.readableBytes <= WireCodec.copiedBytesMax {
                gathered.writeBuffer(&bytes)
            } else {
                send(context)
                context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
            }
            if isChunked { gathered.writeStaticString("\r\n") }
        case .end:
            if isChunked { gathered.writeStaticString("0\r\n\r\n") }
            isChunked = false
            return send(context, promise)
        }
        if let promise { send(context, promise) }
    }

    func flush(context: ChannelHandlerContext) {
        send(context)
        context.flush()
    }

    private func send(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>? = nil) {
        guard gathered.readableBytes > 0 || promise != nil else { return }
        let bytes = gathered
        gathered = ByteBuffer()
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: promise)
    }

    private func begin(_ head: HTTPResponse, _ context: ChannelHandlerContext) {
        // An answer of this kind ends with its head (RFC 9112, 6.3).
        let hasBody = head.status.kind != .informational && ![204, 304].contains(head.status.code)
        isChunked =
            hasBody && !head.headerFields.contains(.contentLength)
            && !head.headerFields.contains(.transferEncoding)
        if gathered.capacity == 0 { gathered = context.channel.allocator.buffer(capacity: 1_024) }
        // Put together as bytes and written once: an append to a text takes four times as long, and
        // each write into a buffer has its own checks.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024)
        bytes += "HTTP/1.1 ".utf8
        bytes += String(head.status.code).utf8
        bytes += " ".utf8
        bytes += head.status.reasonPhrase.utf8
        for field in head.headerFields where hasBody || field.name != .contentLength {
            bytes += "\r\n".utf8
            bytes += field.name.rawName.utf8
            bytes += ": ".utf8
            bytes += field.value.utf8
        }
        if isChunked { bytes += "\r\nTransfer-Encoding: chunked".utf8 }
        bytes += "\r\n\r\n".utf8
        gathered.writeBytes(bytes)
    }
}
