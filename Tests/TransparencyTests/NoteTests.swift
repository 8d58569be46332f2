import Hometown
import Testing
import Transparency

/// Keys of tests only: the seeds are no secret.
enum TestKeys {
    static let origin = "pumasi.example/log/test"
    static let witnessName = "pumasi.example/witness/sejong"
    static let log = SigningKey(name: origin, seed: Array(0x00...0x1F))
    static let witness = SigningKey(
        name: witnessName, type: .cosignature, seed: Array(0x20...0x3F))
    static let witnessSeconds: UInt64 = 1_681_084_800
}

@Suite struct NoteTests {
    private let log: SigningKey
    private let witness: SigningKey

    init() throws {
        log = try #require(TestKeys.log)
        witness = try #require(TestKeys.witness)
    }

    private func signed(_ text: String) throws -> SignedNote {
        var note = try #require(SignedNote(text: text))
        try note.sign(with: log)
        try note.sign(with: witness, at: TestKeys.witnessSeconds)
        return note
    }

    @Test(
        arguments: [
            "pumasi.example/log/test+793e6749+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "pumasi.example/witness/sejong+cf7b827c"
                + "+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X",
        ])
    func `A verifier key is read and written in its known form`(text: String) throws {
        let key = try #require(VerifierKey(text))
        #expect(key.text == text)
        #expect([log.verifier, witness.verifier].contains(key))
    }

    @Test(
        arguments: [
            "", "name", "name+793e6749",
            // Another id, an upper-case id, a name with a blank, no name, an unknown type, no key.
            "pumasi.example/log/test+793e6748+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "pumasi.example/log/test+793E6749+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "pumasi example+793e6749+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "+793e6749+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "pumasi.example/log/test+793e6749+BgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4",
            "pumasi.example/log/test+793e6749+AQ==",
        ])
    func `A verifier key in any other form is none`(text: String) {
        #expect(VerifierKey(text) == nil)
    }

    @Test func `A seed has thirty-two bytes and a name no blank and no plus`() {
        #expect(SigningKey(name: "a", seed: [1, 2, 3]) == nil)
        for name in ["", "a b", "a+b", "a\u{3000}b", "a\u{00A0}b"] {
            #expect(SigningKey(name: name, seed: Array(0x00...0x1F)) == nil)
        }
        #expect(SigningKey(name: "품앗이", seed: Array(0x00...0x1F)) != nil)
    }

    @Test func `A signed note comes back from its bytes and its signers are found`() throws {
        let note = try signed("첫 줄\n\n둘째 줄\n")
        let read = try SignedNote(bytes: note.bytes)
        #expect(read == note)
        #expect(read.text == "첫 줄\n\n둘째 줄\n")
        #expect(
            try read.verified(by: [log.verifier, witness.verifier]).map(\.seconds)
                == [nil, TestKeys.witnessSeconds])
        #expect(try read.verified(by: [witness.verifier]).map(\.key) == [witness.verifier])
    }

    @Test func `A known key's wrong signature condemns the note`() throws {
        let bytes = try signed("본문\n").bytes
        let forged = String(decoding: bytes, as: UTF8.self).replacing("본문", with: "다른")
        let note = try SignedNote(bytes: Array(forged.utf8))
        #expect(throws: NoteError.badSignature(name: TestKeys.origin)) {
            try note.verified(by: [log.verifier])
        }
        #expect(throws: NoteError.badSignature(name: TestKeys.witnessName)) {
            try note.verified(by: [witness.verifier])
        }
    }

    @Test func `Unknown keys are skipped and none known is refused`() throws {
        let note = try signed("본문\n")
        let stranger = try #require(SigningKey(name: "stranger", seed: Array(0x40...0x5F)))
        let namesake = try #require(SigningKey(name: TestKeys.origin, seed: Array(0x40...0x5F)))
        for key in [stranger, namesake] {
            #expect(throws: NoteError.noKnownKey) { try note.verified(by: [key.verifier]) }
        }
        #expect(try note.verified(by: [stranger.verifier, log.verifier]).count == 1)
        let unsigned = try #require(SignedNote(text: "본문\n"))
        #expect(throws: NoteError.noKnownKey) { try unsigned.verified(by: [log.verifier]) }
    }

    @Test func `Sixteen signatures are read and so are a hundred, but not more`() throws {
        var note = try #require(SignedNote(text: "본문\n"))
        for number in 1...101 {
            let key = try #require(SigningKey(name: "k\(number)", seed: Array(0x00...0x1F)))
            try note.sign(with: key)
            if number == 16 || number == 100 {
                #expect(try SignedNote(bytes: note.bytes).signatures.count == number)
            }
        }
        #expect(throws: NoteError.malformed) { try SignedNote(bytes: note.bytes) }
    }

    @Test func `Notes of any other form are malformed`() throws {
        let line = "\u{2014} a AAAAAAA=\n"
        let wrong: [String] = [
            "", "\n", "본문\n", "본문\n\n", "본문\n" + line, "본문\n\n" + line.dropLast(),
            "본문\u{0}\n\n" + line, "본문\r\n\r\n" + line, "본\t문\n\n" + line,
            "본문\n\n- a AAAAAAA=\n", "본문\n\n\u{2014}  a AAAAAAA=\n",
            "본문\n\n\u{2014} a+b AAAAAAA=\n", "본문\n\n\u{2014} a AAAAAAA\n",
            "본문\n\n\u{2014} a AAAAAAB=\n", "본문\n\n\u{2014} a AAAAAA==\n",
            "본문\n\n" + line + "\n", "본문\n\n" + line + "more\n",
        ]
        for text in wrong {
            #expect(throws: NoteError.malformed, "\(text.debugDescription)") {
                try SignedNote(bytes: Array(text.utf8))
            }
        }
        #expect(throws: NoteError.malformed) {
            try SignedNote(bytes: [0xFF, 0x0A, 0x0A] + Array(line.utf8))
        }
        #expect(try SignedNote(bytes: Array(("본문\n\n" + line).utf8)).signatures.count == 1)
        for text in ["", "본문", "본\t문\n"] { #expect(SignedNote(text: text) == nil) }
    }

    @Test func `Every changed byte of a note is noticed`() throws {
        let bytes = try signed("pumasi\n7\n").bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                #expect(throws: NoteError.self) {
                    // A note may lose one signer's line to an unknown name, never both and never
                    // its text.
                    let note = try SignedNote(bytes: changed)
                    let found = try note.verified(by: [log.verifier, witness.verifier])
                    guard found.count == 2 else { throw NoteError.noKnownKey }
                }
            }
        }
    }
}
