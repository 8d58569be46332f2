import Hometown
import Testing

@testable import Web

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws(JSONFault) -> JSONValue {
        try JSONReader.read(Array(text.utf8))
    }

    private func fault(_ bytes: [UInt8]) -> JSONFault? {
        do {
            _ = try JSONReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func fault(_ text: String) -> JSONFault? {
        fault(Array(text.utf8))
    }

    @Test func `every kind of value is read`() throws {
        #expect(
            try read(
                #" { "a" : [1, -2, true, false, null, 1.5, 1e3, ""], "b":{"c":"기부\n\"\u00e9"}} "#)
                == [
                    "a": [
                        1, -2, true, false, .null, .number("1.5"), .number("1e3"), "",
                    ],
                    "b": ["c": "기부\n\"é"],
                ])
        #expect(try read("0") == 0)
        #expect(try read("9223372036854775807") == .integer(.max))
        #expect(try read("9223372036854775808") == .number("9223372036854775808"))
        #expect(try read(#""\ud83c\udf81""#) == "🎁")
        #expect(try read(#"{"":{}}"#) == ["": [:]])
        #expect(try read("[ ]") == [])
    }

    @Test(arguments: [
        ("", JSONFault.Reason.unexpectedEnd), ("{", .unexpectedEnd), ("[1", .unexpectedEnd),
        (#"{"a":"#, .unexpectedEnd), ("\"a", .unexpectedEnd), (#""\u12"#, .unexpectedEnd),
        ("tru", .unexpectedEnd), ("{,}", .unexpectedByte), ("[1,]", .unexpectedByte),
        ("[1 2]", .unexpectedByte), (#"{"a" 1}"#, .unexpectedByte), ("{a:1}", .unexpectedByte),
        ("NaN", .unexpectedByte), ("'a'", .unexpectedByte), ("+1", .unexpectedByte),
        ("nulL", .unexpectedByte), ("\u{FEFF}{}", .unexpectedByte), ("// c", .unexpectedByte),
        ("{} {}", .trailingBytes), ("1 2", .trailingBytes), ("01", .invalidNumber),
        ("-", .invalidNumber), ("1.", .invalidNumber), ("1e", .invalidNumber),
        ("-a", .invalidNumber), ("\"a\nb\"", .controlCharacter), (#""\x""#, .invalidEscape),
        (#""\u00zz""#, .invalidEscape), (#""\u0000""#, .nullCharacter),
        (#""\ud83c""#, .loneSurrogate), (#""\udf81""#, .loneSurrogate),
        (#""\ud83c\u0041""#, .loneSurrogate), (#"{"a":1,"a":2}"#, .duplicateName),
        (#"{"a":1,"\u0061":2}"#, .duplicateName),
    ])
    func `what is no JSON is refused with its reason`(text: String, reason: JSONFault.Reason) {
        #expect(fault(text)?.reason == reason)
    }

    @Test func `bytes that are no UTF-8 are refused where they stand`() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEA, 0xB0]] {
            let fault = fault(Array("[\"가".utf8) + bytes + Array("\"]".utf8))
            #expect(fault?.reason == .invalidUTF8)
        }
    }

    @Test func `a fault names line and byte`() {
        let fault = fault("{\n  \"a\": 1,\n  \"b\": ?\n}")
        #expect(fault?.line == 3)
        #expect(fault?.column == 8)
        #expect(fault?.text.korean.hasPrefix("3행 8번째 바이트") == true)
    }

    @Test func `depth is bounded at thirty-two`() throws {
        let deep = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        _ = try read(deep)
        #expect(fault("[\(deep)]")?.reason == .tooDeep)
        #expect(fault(String(repeating: "[", count: 1_000_000))?.reason == .tooDeep)
    }

    @Test func `members are bounded`() throws {
        func object(_ count: Int) -> String {
            "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}"
        }
        _ = try read(object(JSONReader.membersMax))
        #expect(fault(object(JSONReader.membersMax + 1))?.reason == .tooManyMembers)
    }

    @Test func `any bytes are answered and never trap`() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("{}[]\",:\\u0123eE+-.tfn \n\u{80}".utf8) + [0xFF, 0xC3, 0x00]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<24, using: &random)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            guard let value = try? JSONReader.read(bytes) else { continue }
            var writer = JSONWriter()
            writer.value(value)
            #expect((try? JSONReader.read(writer.bytes)) == value, "\(bytes)")
        }
    }
}
