import Hometown
import Testing
import Transparency

@Suite struct CommitmentTests {
    private let salt = Array(UInt8(0)...31)

    /// From Python: `hmac.new(bytes(range(32)), b"display_name\0" + "홍길동".encode(), "sha256")`.
    @Test func `A commitment is the known HMAC`() {
        #expect(
            Commitment.of("홍길동", field: "display_name", salt: salt).description
                == "b9bd34674380f36bc793e70140b937b54905eb90a767f30dcaacde16b7b55d64")
    }

    @Test func `Field, value and salt all matter`() {
        let one = Commitment.of("홍길동", field: "display_name", salt: salt)
        #expect(one != Commitment.of("홍길순", field: "display_name", salt: salt))
        #expect(one != Commitment.of("홍길동", field: "residence", salt: salt))
        #expect(one != Commitment.of("홍길동", field: "display_name", salt: salt.reversed()))
        #expect(one == Commitment.of("홍길동", field: "display_name", salt: salt))
    }

    @Test func `Base64 has one text for some bytes`() {
        let known = [
            "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==",
            "fooba": "Zm9vYmE=", "foobar": "Zm9vYmFy",
        ]
        for (plain, text) in known {
            #expect(Base64.text(Array(plain.utf8)) == text)
            #expect(Base64.bytes(text) == Array(plain.utf8))
        }
        let wrong = [
            "Zg=", "Zg", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9", "Zg==Zg==", "-_==",
        ]
        for wrong in wrong {
            #expect(Base64.bytes(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `A hash is read only from its own length`() {
        #expect(Hash256(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(Hash256(bytes: [UInt8](repeating: 0, count: 33)) == nil)
        #expect(Hash256(hexadecimal: "00") == nil)
        let text = Hash256.emptyTree.description
        #expect(Hash256(hexadecimal: text) == .emptyTree)
        #expect(Hash256(bytes: Hash256.emptyTree.bytes) == .emptyTree)
    }
}
