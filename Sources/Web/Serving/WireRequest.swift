import HTTPTypes
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// 받은 요청. The head of a request in the types of HTTPTypes, and what it says of its connection.
struct WireRequest {
    let head: HTTPRequest
    /// Of HTTP/1.0, which knows no chunks and ends an answer with its connection.
    let isOld: Bool
    /// Whether the connection ends with the answer (RFC 9112, 9.3).
    let isLast: Bool
    /// Whether the body waits until it is asked for (RFC 9110, 10.1.1).
    var waitsToContinue: Bool

    /// - Throws: for a body in another coding than chunks, and for one in chunks of HTTP/1.0: there
    ///   two readers would not agree where it ends (RFC 9112, 6.1).
    init(_ head: HTTPRequestHead) throws {
        isOld = head.version != .http1_1
        isLast = isOld || !head.isKeepAlive
        let codings = head.headers["transfer-encoding"].map { $0.lowercased() }
        guard codings.isEmpty || !isOld && codings == ["chunked"] else {
            throw HTTPParserError.unknown
        }
        let expected = head.headers.first(name: "expect")
        waitsToContinue = !isOld && expected?.lowercased() == "100-continue"
        self.head = try WireRequest.request(head)
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
}
