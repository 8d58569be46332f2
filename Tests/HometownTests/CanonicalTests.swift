import Hometown
import Testing

/// The expected lines are what Python's `json.dumps(o, sort_keys=True, separators=(",", ":"),
/// ensure_ascii=False)` prints for the same object.
@Suite struct CanonicalTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `The smallest object is two bytes`() {
        #expect(CanonicalWriter.object { _ in } == [0x7B, 0x7D])
    }

    @Test func `A donation's entry is one line that Python writes too`() throws {
        let instant = try #require(Instant("2023-04-10T02:15:00Z"))
        let line = CanonicalWriter.object { entry in
            entry.append("amount", Won(100_000))
            entry.append("channel", nil as String?)
            entry.append("disclosed", true)
            entry.append("donated_on", SampleRegistry.day("2023-04-10"))
            entry.append("donor", "00abff")
            entry.append(
                "id", Identifier(high: 0x0189_0F3E_7B1C_7A2B, low: 0x9C3D_0123_4567_89AB))
            entry.append("kind", "donation")
            entry.append("legs", array: [1, 2]) { writer, number in
                writer.object {
                    $0.append("no", Int64(number))
                    $0.append("units", array: ["가", "나"]) { $0.write($1) }
                }
            }
            entry.append("recipient") { recipient in
                recipient.append("code", "36110")
                recipient.append("name", "세종특별자치시")
            }
            entry.append("recorded_at", instant)
            entry.append("v", Int64(1))
        }
        #expect(
            text(line)
                == #"{"amount":100000,"disclosed":true,"donated_on":"2023-04-10","donor":"00abff","#
                + #""id":"01890f3e-7b1c-7a2b-9c3d-0123456789ab","kind":"donation","#
                + #""legs":[{"no":1,"units":["가","나"]},{"no":2,"units":["가","나"]}],"#
                + #""recipient":{"code":"36110","name":"세종특별자치시"},"#
                + #""recorded_at":"2023-04-10T02:15:00.000000Z","v":1}"#)
        #expect(try CanonicalValue(parsing: line).bytes == line)
    }

    @Test func `Every escape is the one RFC 8785 names`() throws {
        let line = CanonicalWriter.object { entry in
            entry.append("a", "\"\\/\u{08}\t\n\u{0C}\r\u{00}\u{1F}\u{7F}\u{2028}€😀")
        }
        #expect(
            text(line)
                == #"{"a":"\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{2028}€😀" + #""}"#)
        #expect(try CanonicalValue(parsing: line).bytes == line)
    }

    @Test func `Decomposed Hangul and letters are composed before they are written`() {
        let line = CanonicalWriter.object { entry in
            entry.append("a", "\u{1112}\u{1169}\u{11BC}\u{1100}\u{1175}\u{11AF} e\u{301}")
        }
        #expect(line == Array("{\"a\":\"\u{D64D}\u{AE38} \u{E9}\"}".utf8))
    }

    @Test func `Beyond 2^53 a sum is told as text, and ends at the most there is`() {
        let line = CanonicalWriter.object { entry in
            entry.append("a", CanonicalValue.integers.upperBound + 1)
            entry.append("b", CanonicalValue.integers.lowerBound - 1)
        }
        #expect(text(line) == #"{"a":"9007199254740993","b":"-9007199254740993"}"#)
        #expect(Won(.max) + Won(1) == Won(.max) && Won(.min) + Won(-1) == Won(.min))
        #expect(Won(.min) - Won(1) == Won(.min) && Won(.max) - Won(-1) == Won(.max))
    }

    @Test func `Integers reach 2^53 either way and no further`() {
        let line = CanonicalWriter.object { entry in
            entry.append("a", CanonicalValue.integers.lowerBound)
            entry.append("b", Int64(0))
            entry.append("c", CanonicalValue.integers.upperBound)
        }
        #expect(text(line) == #"{"a":-9007199254740992,"b":0,"c":9007199254740992}"#)
    }

    @Test func `A value sorts its keys by their bytes`() {
        let value = CanonicalValue.object([
            "b": .integer(1), "a_b": .bool(false), "a": .array([]), "B": .string(""),
        ])
        #expect(text(value.bytes) == #"{"B":"","a":[],"a_b":false,"b":1}"#)
        #expect(value["b"]?.number == 1)
        #expect(value["B"]?.text == "")
        #expect(value["c"] == nil)
    }

    @Test(
        "Bytes that are almost canonical are refused",
        arguments: [
            "", " {}", "{} ", "{\"a\": 1}", "{\"a\":1,}", "{\"b\":1,\"a\":2}",
            "{\"a\":1,\"a\":2}", "{\"가\":1}", "{\"a\":01}", "{\"a\":-0}", "{\"a\":1.0}",
            "{\"a\":1e3}", "{\"a\":9007199254740993}", "{\"a\":99999999999999999999}",
            "{\"a\":null}", "{\"a\":NaN}", "{\"a\":\"\\/\"}", "{\"a\":\"\\u0041\"}",
            "{\"a\":\"\\u000a\"}", "{\"a\":\"\\u001F\"}", "{\"a\":\"\\uac00\"}",
            "{\"a\":\"\t\"}", "{\"a\":\"e\u{301}\"}", "{\"a\":\"x", "{\"a\"", "{\"a\":tru}",
            "[1 ,2]", "[1,]", "{a:1}", "-", "\u{FEFF}{}", "{\"a\\n\":1}",
        ])
    func refused(text: String) {
        #expect(throws: CanonicalError.self) {
            try CanonicalValue(parsing: Array(text.utf8))
        }
    }

    @Test func `Invalid UTF-8 and bottomless nesting are refused, with the offset`() {
        #expect(offset([0x22, 0xFF, 0x22]) == 1)
        #expect(offset(Array(repeating: UInt8(ascii: "["), count: 100_000)) == 32)
        #expect(offset(Array("{\"b\":1,\"a\":2}".utf8)) == 7)
        #expect(offset(Array("{\"a\":\"\\u0041\"}".utf8)) == 6)
    }

    /// Where the bytes stop being canonical; `nil` if nowhere.
    private func offset(_ bytes: [UInt8]) -> Int? {
        do throws(CanonicalError) {
            _ = try CanonicalValue(parsing: bytes)
            return nil
        } catch {
            return error.offset
        }
    }

    @Test func `Every value that is written is read back`() throws {
        var value = CanonicalValue.integer(0)
        for seed in 0..<500 {
            let text = CanonicalValue.string(
                String(Unicode.Scalar(UInt32(seed * 97 % 0xD7FF)) ?? " ") + "한")
            value =
                seed.isMultiple(of: 25)
                ? .object(["k\(seed)": text, "a": .integer(Int64(seed) - 250)])
                : .array([text, .bool(seed.isMultiple(of: 2)), .object(["x": .integer(7)])])
            let bytes = value.bytes
            #expect(try CanonicalValue(parsing: bytes).bytes == bytes)
        }
    }
}
