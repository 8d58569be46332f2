import HTTPTypes
import Hometown
import NIOCore

/// What goes wrong before there is a request, or after it took too long.
extension Problem {
    static let headersTooLarge = Problem(
        .headersTooLarge,
        Bilingual(
            "머리글은 모두 16 KiB, 100개까지입니다.",
            "The header fields may have 16 KiB in all and be 100."),
        closing: true)
    static let malformedRequest = Problem(
        .malformedRequest,
        Bilingual(
            "HTTP/1.1 요청이 아닙니다. 연결을 닫습니다.",
            "This is no HTTP/1.1 request. The connection closes."),
        closing: true)
    static let requestTooSlow = Problem(
        .requestTimeout,
        Bilingual(
            "요청이 제시간에 오지 않았습니다. 다시 보내십시오.",
            "The request did not come in time. Send it again."),
        closing: true)
    static let answerTooSlow = Problem(
        .timeLimit,
        Bilingual(
            "결과를 알 수 없습니다. 같은 Idempotency-Key로 다시 보내십시오.",
            "The outcome is not known. Repeat it with the same Idempotency-Key."),
        headers: [.connection: "close", .retryAfter: "2"])

    /// The answer to what could not be read: in Korean, because no header could be read either.
    var unread: (fields: HTTPFields, body: ByteBuffer) {
        let body = ByteBuffer(bytes: document(in: .korean, instance: "unread").bytes)
        var fields: HTTPFields = [
            .contentType: "application/problem+json", .connection: "close",
            .contentLength: "\(body.readableBytes)", .cacheControl: "no-store",
            .contentLanguage: Language.korean.rawValue,
        ]
        fields[.retryAfter] = headers[.retryAfter]
        return (fields, body)
    }
}
