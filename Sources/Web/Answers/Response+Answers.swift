package import HTTPTypes
package import Hometown
package import HummingbirdCore
import NIOCore

extension Response {
    package static func json(
        _ writer: JSONWriter, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        json(writer.bytes, status: status, headers: headers)
    }

    /// - Parameter bytes: JSON that was written before, as a stored first answer was.
    package static func json(
        _ bytes: [UInt8], status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        answer(bytes, type: "application/json", status: status, headers: headers)
    }

    package static func text(
        _ text: String, type: String = "text/plain; charset=utf-8",
        status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        answer(Array(text.utf8), type: type, status: status, headers: headers)
    }

    /// A page of ours.
    package static func page(
        _ text: String, in language: Language, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentLanguage] = language.rawValue
        return .text(text, type: "text/html; charset=utf-8", status: status, headers: headers)
    }

    package static func answer(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Problem {
    package func response(in language: Language, instance: String) -> Response {
        var headers = headers
        headers[.contentLanguage] = language.rawValue
        return .answer(
            document(in: language, instance: instance).bytes, type: "application/problem+json",
            status: kind.status, headers: headers)
    }
}
