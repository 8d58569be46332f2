import HTTPTypes

/// The header fields the way in looks at, gathered in one walk: asking `HTTPFields` for each
/// walks it anew and joins what it finds, which on the hot path costs more than the JSON.
package struct RequestFields: Sendable {
    private(set) var authorization: String?
    private(set) var contentType: String?
    private(set) var contentLength: String?
    /// Of a form, a field of it.
    var idempotencyKey: String?
    private(set) var acceptLanguage: String?
    private(set) var ifNoneMatch: String?
    private(set) var ifMatch: String?
    /// A field of these that stands twice means different things to different readers.
    private(set) var doubled: HTTPField.Name?

    init(_ headers: HTTPFields) {
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
            case "content-length": contentLength = field.value
            case "accept-language":
                acceptLanguage = acceptLanguage.map { "\($0),\(field.value)" } ?? field.value
            case "if-none-match":
                ifNoneMatch = ifNoneMatch.map { "\($0),\(field.value)" } ?? field.value
            default: break
            }
        }
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
