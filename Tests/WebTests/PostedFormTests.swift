import Hometown
import NIOCore
import Testing

@testable import Web

@Suite struct PostedFormTests {
    /// What `curl -F` 7.88 sent, and Python requests 2.34, but for the boundary.
    private static func body(boundary: String) -> [UInt8] {
        Array(
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="encoding"\r\n\r\n\r\n\
            --\(boundary)\r\nContent-Disposition: form-data; name="memo"\r\n\r\n여러 줄\n글\r\n\
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; \
            filename="가%22나.csv"\r\nContent-Type: text/csv\r\n\r\na,b\r\n1,2\r\n\r\n\
            --\(boundary)--\r\n
            """.utf8)
    }

    private static func form(
        _ bytes: [UInt8], boundary: String = "b", chunkBytes: Int = 7, fileBytesMax: Int = 1 << 20
    ) async throws -> PostedForm {
        let chunks = stride(from: 0, to: bytes.count, by: chunkBytes).map {
            ByteBuffer(bytes: bytes[$0..<min($0 + chunkBytes, bytes.count)])
        }
        let (stream, writer) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        for chunk in chunks { writer.yield(chunk) }
        writer.finish()
        return try await PostedForm(
            multipart: stream, contentType: "multipart/form-data; boundary=\(boundary)",
            fileBytesMax: fileBytesMax)
    }

    private static func fault(_ text: String) async -> MultipartFault? {
        do {
            var reader = MultipartReader(boundary: "b")
            _ = try reader.read(Array(text.utf8))
            try reader.finish()
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            "------------------------6201fd00b0f54c82", "2226a7b6b1d53be8cf507c76042497ea",
        ], [1, 2, 3, 40, 10_000])
    func `what curl and Python send is read, however it is cut`(
        boundary: String, chunkBytes: Int
    ) async throws {
        let form = try await Self.form(
            Self.body(boundary: boundary), boundary: boundary, chunkBytes: chunkBytes)
        #expect(form.fields.map(\.name) == ["encoding", "memo"])
        #expect(form["encoding"] == "" && form["memo"] == "여러 줄\n글")
        let file = try #require(form.file("file"))
        #expect(file.name == "가\"나.csv" && file.contentType == "text/csv")
        #expect(file.bytes == Array("a,b\r\n1,2\r\n".utf8))
    }

    @Test func `a file that holds parts of the boundary is kept whole`() async throws {
        let content = "\r\n--\r\n--x\r\n-\r\n--boundary\r\r\n"
        let bytes =
            "preamble\r\n--bound \r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n"
            + content.replacing("--boundary", with: "--boun") + "\r\n--bound--epilogue"
        for chunkBytes in 1...20 {
            let form = try await Self.form(
                Array(bytes.utf8), boundary: "bound", chunkBytes: chunkBytes)
            #expect(
                form.file("f")?.bytes
                    == Array(content.replacing("--boundary", with: "--boun").utf8))
        }
    }

    @Test func `a file field in which nothing was chosen has no file`() async throws {
        let bytes =
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n"
        #expect(try await Self.form(Array(bytes.utf8)).file("f") == nil)
    }

    @Test(arguments: [
        ("name=f; filename*=UTF-8''%EA%B0%80+1.csv", "가+1.csv"),
        ("name=f; filename=\"C:\\\\월\\\\a.csv\"", "a.csv"), ("name=f; filename=\"../../x\"", "x"),
        ("name=f; filename=\"a;b\\\"c.csv\"", "a;b\"c.csv"),
    ])
    func `names of files are read as they were meant, without folders`(
        parameters: String, name: String
    ) throws {
        let head = "Content-Disposition: form-data; \(parameters)"
        #expect(try MultipartPart(head: Array(head.utf8)[...]).fileName == name)
    }

    @Test(
        arguments: [
            ("", .truncated), ("--b\r\n", .truncated), ("--bx\r\n", .boundary),
            ("--b\r\n\r\n\r\n", .head), ("--b\r\nX: y\r\n\r\n", .head),
            ("--b\r\nfoo\r\n\r\n", .head),
            ("--b\r\nContent-Disposition: form-data\r\n\r\n", .head),
            ("--b\r\n" + String(repeating: "x", count: 9_000), .headTooLong),
            (
                "--b\r\nContent-Disposition: form-data; name=a\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n", .encoded
            ),
            (
                String(
                    repeating: "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n",
                    count: 65),
                .tooManyParts
            ),
            ("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nfoo", .truncated),
        ] as [(String, MultipartFault)])
    func `what is no form is refused with its reason`(
        text: String, fault: MultipartFault
    ) async {
        #expect(await Self.fault(text) == fault)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=b",
        "multipart/form-data; boundary=\"\(String(repeating: "b", count: 71))\"",
    ])
    func `a form without a boundary is none`(contentType: String) {
        #expect(throws: MultipartFault.boundary) {
            try MultipartReader.boundary(of: contentType)
        }
    }

    @Test func `a file larger than the limit is refused while it comes in`() async throws {
        await #expect(throws: Problem.self) {
            try await Self.form(Self.body(boundary: "b"), fileBytesMax: 5)
        }
    }

    @Test func `a form in the address's manner is read in order, names as often as they stand`()
        throws
    {
        let form = try PostedForm(
            urlEncoded: Array("a=1+2&b=%EA%B0%80%0D%0A%EB%82%98&a=3&c&=x&&d=a%00b".utf8))
        #expect(form.fields.map(\.name) == ["a", "b", "a", "c", "", "d"])
        #expect(form.fields.filter { $0.name == "a" }.map(\.value) == ["1 2", "3"])
        #expect(form["a"] == "1 2")
        #expect(form["b"] == "가\n나" && form["c"] == "" && form["d"] == "ab" && form["e"] == nil)
    }

    @Test(arguments: ["a=%ED%A0%80", "a=%FF", "a=%4", "%GG=1"])
    func `lone surrogates and other bytes that are no text are refused`(body: String) {
        #expect(throws: Problem.self) { try PostedForm(urlEncoded: Array(body.utf8)) }
    }

    @Test(arguments: ["9223372036854775807", "-5", "1000", "x", ""])
    func `a row that no list of ours has is not counted`(row: String) throws {
        let form = try PostedForm(
            urlEncoded: Array("legs%5B\(row)%5D.on=1&legs%5B1%5D.on=2&on=3".utf8))
        #expect(form.fields.map(\.name) == ["legs[1].on", "on"])
        #expect(form.rowsInUse(of: "legs") == 2)
    }

    @Test func `a row in which nothing stands was sent and is not in use`() throws {
        let form = try PostedForm(
            urlEncoded: Array("legs%5B0%5D.on=1&legs%5B2%5D.on=+&legs%5B3%5D.on=&on=3".utf8))
        #expect(form.rows(of: "legs") == 4)
        #expect(form.rowsInUse(of: "legs") == 1)
        #expect(form.rows(of: "leg") == 0)
    }

    @Test func `resident numbers are thrown away, and only the field is named`() throws {
        let number = "900101" + "-" + "1234567"
        let form = try PostedForm(
            urlEncoded: Array("memo=\(number)&list=\(number)&name=x".utf8), lists: ["list"])
        #expect(form.blanked == ["memo"] && form["memo"] == nil)
        #expect(form["list"] == number && form["name"] == "x")
        let digits = String(repeating: "9001011234567" + "a", count: 4) + "00000000"
        #expect(try PostedForm(urlEncoded: Array("token=\(digits)".utf8))["token"] == digits)
    }

    @Test func `a form of endless fields is refused`() {
        let body = String(repeating: "a=1&", count: PostedForm.fieldsMax + 1)
        #expect(throws: Problem.self) { try PostedForm(urlEncoded: Array(body.utf8)) }
    }

    @Test func `every fault has its text in both languages`() {
        for fault in MultipartFault.allCases {
            #expect(!fault.text.korean.isEmpty && !fault.text.english.isEmpty)
        }
    }
}
