/// One part of a form: the name of its field, and of its file if it is one.
package struct MultipartPart: Hashable, Sendable {
    package let name: String
    /// Without folders; `nil` for a part that is no file. Empty when nobody chose a file.
    package let fileName: String?
    package let contentType: String?

    /// - Parameter head: the header fields, without the empty line that ends them.
    /// - Throws: `MultipartFault` for what is no part of a form.
    init(head: ArraySlice<UInt8>) throws(MultipartFault) {
        guard let text = String(validating: head, as: UTF8.self) else { throw .notUTF8 }
        var disposition: HeaderParameters?
        var contentType: String?
        // A Character may be CR and LF together.
        for line in text.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw .head }
            let value = String(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = HeaderParameters(value)
            case "content-type": contentType = HeaderParameters(value).value
            case "content-transfer-encoding":
                // Deprecated (RFC 7578, 4.7); what changes no byte does no harm.
                let encoding = HeaderParameters(value).value.lowercased()
                guard ["7bit", "8bit", "binary"].contains(encoding) else { throw .encoded }
            default: break
            }
        }
        guard let disposition, disposition.value.lowercased() == "form-data",
            let name = disposition["name"]
        else { throw .head }
        self.name = name
        self.contentType = contentType
        fileName = (MultipartPart.extended(disposition["filename*"]) ?? disposition["filename"])
            .map(MultipartPart.bare)
    }

    /// `UTF-8''%EA%B0%80.csv` (RFC 8187): forbidden here by RFC 7578, 4.2, and yet sent by some.
    private static func extended(_ text: String?) -> String? {
        guard let text, text.lowercased().hasPrefix("utf-8'"),
            let quote = text.dropFirst(6).firstIndex(of: "'")
        else { return nil }
        // A plus sign is a plus sign here.
        let encoded = text[text.index(after: quote)...].replacing("+", with: "%2B")
        return PercentText.decode(encoded.utf8)
    }

    /// Some programs send the whole path.
    private static func bare(_ path: String) -> String {
        String(path.split { $0 == "/" || $0 == "\\" }.last ?? "")
    }
}
