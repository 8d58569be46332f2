import Hometown
package import NIOCore

/// 보낸 양식. The fields of a form as a browser posts them, by name and in their order, and the files
/// that came with it. A text that looks like a resident registration number is thrown away before
/// anything reads it; only the name of its field is kept.
package struct PostedForm: Sendable {
    /// A pair entry with every party and its donors has some hundreds.
    package static let fieldsMax = 1_000
    /// Together; a pasted list is the longest of them.
    package static let textBytesMax = 2 << 20

    /// A file as somebody chose it.
    package struct File: Hashable, Sendable {
        package let field: String
        package let name: String
        package let contentType: String?
        package let bytes: [UInt8]
    }

    package private(set) var fields: [(name: String, value: String)] = []
    package private(set) var files: [File] = []
    /// Names of the fields whose text was thrown away.
    package private(set) var blanked: [String] = []

    package init() {}

    /// A form as it is before anybody filled it in.
    package init(_ fields: [(name: String, value: String)]) {
        self.fields = fields
    }

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1).
    /// - Parameter lists: names of fields that hold whole lists, whose reader blanks cell by cell.
    /// - Throws: `Problem` 400 for what is no UTF-8 and for too many fields.
    package init(
        urlEncoded bytes: some Collection<UInt8>, lists: Set<String> = []
    ) throws(Problem) {
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentText.decode(sides[0]),
                let value = PercentText.decode(
                    sides.count > 1 ? sides[1] : part.dropFirst(part.count))
            else { throw Problem(.invalidUTF8, MultipartFault.notUTF8.text) }
            try add(name, value, lists: lists)
        }
    }

    /// Reads `multipart/form-data` as it comes in.
    /// - Parameters:
    ///   - contentType: the value of the header field, which names the boundary.
    ///   - fileBytesMax: of all files together.
    ///   - lists: names of fields that hold whole lists, whose reader blanks cell by cell.
    /// - Throws: `Problem` 400 for what is no form, 413 for too much; what reading throws.
    package init(
        multipart body: some AsyncSequence<ByteBuffer, any Error>, contentType: String,
        fileBytesMax: Int, lists: Set<String> = []
    ) async throws {
        do {
            var reader = MultipartReader(boundary: try MultipartReader.boundary(of: contentType))
            var open: (part: MultipartPart, bytes: [UInt8])?
            var (textBytes, fileBytes) = (0, 0)
            for try await chunk in body {
                for event in try reader.read(chunk.readableBytesView) {
                    switch event {
                    case .part(let part):
                        if let open { try add(open.part, open.bytes, lists: lists) }
                        open = (part, [])
                    case .bytes(let bytes):
                        guard let isFile = open.map({ $0.part.fileName != nil }) else { continue }
                        if isFile { fileBytes += bytes.count } else { textBytes += bytes.count }
                        guard fileBytes <= fileBytesMax else { throw Self.tooLarge(fileBytesMax) }
                        guard textBytes <= Self.textBytesMax else {
                            throw Self.tooLarge(Self.textBytesMax)
                        }
                        open?.bytes += bytes
                    }
                }
            }
            try reader.finish()
            if let open { try add(open.part, open.bytes, lists: lists) }
        } catch let fault as MultipartFault {
            throw fault.problem
        }
    }

    /// The first value of that name, as it was typed.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Puts a value in the place of whatever stands there.
    package mutating func set(_ name: String, _ value: String) {
        drop(name)
        fields.append((name, value))
    }

    package mutating func drop(_ name: String) {
        fields.removeAll { $0.name == name }
    }

    /// The file that was chosen in that field; an empty field has none.
    package func file(_ field: String) -> File? {
        files.first { $0.field == field }
    }

    private mutating func add(
        _ part: MultipartPart, _ bytes: [UInt8], lists: Set<String>
    ) throws(Problem) {
        guard let fileName = part.fileName else {
            guard let value = String(validating: bytes, as: UTF8.self)
            else { throw MultipartFault.notUTF8.problem }
            return try add(part.name, value, lists: lists)
        }
        // A browser sends a field in which nothing was chosen as a file without name and bytes.
        guard !fileName.isEmpty || !bytes.isEmpty else { return }
        files.append(
            File(field: part.name, name: fileName, contentType: part.contentType, bytes: bytes))
    }

    private mutating func add(
        _ name: String, _ value: String, lists: Set<String>
    ) throws(Problem) {
        guard fields.count < PostedForm.fieldsMax else {
            throw Problem(
                .malformedRequest,
                Bilingual(
                    "양식은 \(PostedForm.fieldsMax)개 항목까지입니다. 나누어 보내십시오.",
                    "A form may have \(PostedForm.fieldsMax) fields. Send it in parts."))
        }
        // Whoever draws the form again counts its rows; a number beyond all of them is nobody's.
        guard PostedObject.takes(name) else { return }
        guard lists.contains(name) || !ResidentNumber.isSent(in: value) else {
            blanked.append(ResidentNumber.redacting(name))
            return
        }
        fields.append((name, value.storable))
    }

    private static func tooLarge(_ bytesMax: Int) -> Problem {
        Problem(
            .bodyTooLarge,
            Bilingual(
                "\(bytesMax >> 20)MiB까지 보낼 수 있습니다. 나누어 보내십시오.",
                "At most \(bytesMax >> 20) MiB may be sent. Send it in parts."),
            closing: true)
    }
}

extension String {
    /// Without the control characters that no keyboard gives and no column keeps; tabs and line
    /// ends stay, the latter as one character each.
    fileprivate var storable: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return self }
        let text = replacing("\r\n", with: "\n")
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n" || scalar == "\t"
                }))
    }
}
