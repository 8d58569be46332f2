import HTTPTypes

/// The header fields the way in looks at, gathered in one walk: asking `HTTPFields` for each
/// walks it anew and joins what it finds, which on the hot path costs more than the JSON. It goes
/// from hand to hand with its context, so that its texts are not counted one by one.
package final class RequestFields: Sendable {
    static let none = RequestFields([:])

    let authorization: String?
    let contentType: String?
    let contentEncoding: String?
    let contentLength: String?
    let idempotencyKey: String?
    let acceptLanguage: String?
    let ifNoneMatch: String?
    let ifMatch: String?
    /// A field of these that stands twice means different things to different readers.
    let doubled: HTTPField.Name?

    init(_ headers: HTTPFields) {
        var authorization: String?
        var contentType: String?
        var contentEncoding: String?
        var contentLength: String?
        var idempotencyKey: String?
        var acceptLanguage: String?
        var ifNoneMatch: String?
        var ifMatch: String?
        var doubled: HTTPField.Name?
        for field in headers {
            switch field.name.canonicalName {
            case "authorization":
                if authorization != nil { doubled = field.name }
                authorization = field.value
            case "content-type":
                if contentType != nil { doubled = field.name }
                contentType = field.value
            case "idempotency-key":
                if idempotencyKey != nil { doubled = field.name }
                idempotencyKey = field.value
            case "if-match":
                if ifMatch != nil { doubled = field.name }
                ifMatch = field.value
            // The first is no field any more but the request's authority (RFC 9112, 3.2).
            case "host": doubled = field.name
            case "content-encoding": contentEncoding = field.value
            case "content-length": contentLength = field.value
            case "accept-language":
                acceptLanguage = acceptLanguage.map { "\($0),\(field.value)" } ?? field.value
            case "if-none-match":
                ifNoneMatch = ifNoneMatch.map { "\($0),\(field.value)" } ?? field.value
            default: break
            }
        }
        self.authorization = authorization
        self.contentType = contentType
        self.contentEncoding = contentEncoding
        self.contentLength = contentLength
        self.idempotencyKey = idempotencyKey
        self.acceptLanguage = acceptLanguage
        self.ifNoneMatch = ifNoneMatch
        self.ifMatch = ifMatch
        self.doubled = doubled
    }

    /// Whether the caller already has what `tag` names, by the weak comparison of RFC 9110, 13.1.2.
    func has(tag: String) -> Bool {
        guard let ifNoneMatch else { return false }
        return ifNoneMatch.split(separator: ",").contains { part in
            let known = part.filter { $0 != " " }
            return known == "*" || known == tag || known == "W/" + tag
        }
    }
}
