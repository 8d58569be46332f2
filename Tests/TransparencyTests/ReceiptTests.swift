import Testing
import Transparency

@Suite struct ReceiptTests {
    /// Entry `pumasi-5` in a log of seven, made by another implementation.
    private static let example = """
        c2sp.org/tlog-proof@v1
        index 5
        u34pX2O5gIU+mEC24jWXkIv/ED3NPOVzmhm+I/eZMfM=
        7wU/OxLMlm2XkjNW0gpG9QFhNftlfiCx4RAmYv4e4Vk=
        zU2feNtZnN0ruiDW4lPgDW1OWpbBoVljIcF4Va+6QXo=

        pumasi.example/log/test
        7
        Y8/IODH+QRXruIFXYCZdRDB/WuK2XlUU13zGtUOvc+I=

        \u{2014} pumasi.example/log/test \
        eT5nSfPUekR9OIiaDwO7Q5K61esu+NHcofrhgPOn0JcHK0Y8AWGSIhQUDnxjMDgDSuCMwHE8xMbC4B/yQNdeTTBU\
        1Qo=
        \u{2014} pumasi.example/witness/sejong \
        z3uCfAAAAABkM1GAddv0c0/6+MyKk8IiksvDVkWhjzD0bFf8N5iLhAJHeIY3y/NWK3FEEsDP+JFaFehuBw4bpQAK\
        fy+rEK50rGuxAg==

        """

    private let log: VerifierKey
    private let witness: VerifierKey
    private let leaf = Hash256.leaf(Array("pumasi-5".utf8))

    init() throws {
        log = try #require(TestKeys.log).verifier
        witness = try #require(TestKeys.witness).verifier
    }

    @Test func `The worked example is the known file`() {
        let bytes = Array(ReceiptTests.example.utf8)
        #expect(bytes.count == 499)
        #expect(
            Hash256.of(bytes).description
                == "fc56f3ec0d90a6697b2b25ee90362b14eed9056446800b37ce0b20f6ae74fa9a")
    }

    @Test func `The worked example is read, verified and written again`() throws {
        let receipt = try Receipt(bytes: Array(ReceiptTests.example.utf8))
        let (checkpoint, signatures) = try receipt.verify(
            leaf: leaf, log: log, witnesses: [witness])
        #expect(checkpoint.size == 7)
        #expect(checkpoint.root == Forest(size: 7).root(7))
        #expect(signatures.map(\.key) == [log, witness])
        #expect(signatures.last?.seconds == TestKeys.witnessSeconds)
        #expect(receipt.bytes == Array(ReceiptTests.example.utf8))
    }

    // CryptoKit adds randomness to Ed25519, so elsewhere the bytes differ and only verify.
    #if os(Linux)
        @Test func `Made here it is the same file byte for byte`() throws {
            let forest = Forest(size: 7)
            let checkpoint = try #require(
                Checkpoint(origin: TestKeys.origin, size: 7, root: forest.root(7)))
            var note = try checkpoint.signed(with: #require(TestKeys.log))
            try note.sign(with: #require(TestKeys.witness), at: TestKeys.witnessSeconds)
            let receipt = Receipt(index: 5, proof: try forest.inclusion(5, 7), note: note)
            #expect(receipt.bytes == Array(ReceiptTests.example.utf8))
        }
    #endif

    @Test func `What the issuer adds is kept and proves nothing`() throws {
        let plain = try Receipt(bytes: Array(ReceiptTests.example.utf8))
        let receipt = Receipt(
            index: plain.index, proof: plain.proof, note: plain.note, extra: Array("메모".utf8))
        let read = try Receipt(bytes: receipt.bytes)
        #expect(read == receipt)
        try read.verify(leaf: leaf, log: log)
    }

    @Test func `Another entry, place, log or key is refused with its reason`() throws {
        let receipt = try Receipt(bytes: Array(ReceiptTests.example.utf8))
        #expect(throws: ReceiptError.proof(.rootMismatch)) {
            try receipt.verify(leaf: .leaf([]), log: log)
        }
        #expect(throws: ReceiptError.proof(.rootMismatch)) {
            try Receipt(index: 4, proof: receipt.proof, note: receipt.note)
                .verify(leaf: leaf, log: log)
        }
        #expect(throws: ReceiptError.proof(.outOfRange)) {
            try Receipt(index: 7, proof: receipt.proof, note: receipt.note)
                .verify(leaf: leaf, log: log)
        }
        let stranger = try #require(SigningKey(name: "other", seed: Array(0x40...0x5F)))
        #expect(throws: ReceiptError.note(.noKnownKey)) {
            try receipt.verify(leaf: leaf, log: stranger.verifier)
        }
        #expect(throws: ReceiptError.note(.noKnownKey)) {
            try receipt.verify(leaf: leaf, log: stranger.verifier, witnesses: [witness])
        }
        // Signed by the trusted log's key, but about another log.
        let foreign = try #require(Checkpoint(origin: "other", size: 1, root: leaf))
        let note = try foreign.signed(with: #require(TestKeys.log))
        #expect(throws: ReceiptError.wrongOrigin("other")) {
            try Receipt(index: 0, proof: [], note: note).verify(leaf: leaf, log: log)
        }
        var letter = try #require(SignedNote(text: "편지\n"))
        try letter.sign(with: #require(TestKeys.log))
        #expect(throws: ReceiptError.noCheckpoint) {
            try Receipt(index: 0, proof: [], note: letter).verify(leaf: leaf, log: log)
        }
    }

    @Test(
        arguments: [
            ("tlog-proof@v1", "tlog-proof@v2"), ("index 5", "index 05"), ("index 5", "index -5"),
            ("index 5", "index  5"), ("index 5", "place 5"), ("index 5\n", "index 5\n\n"),
            ("index 5", "extra ?\nindex 5"), ("index 5", "index 5\nAAAA"),
            ("MfM=", "MfN="), ("MfM=", "MfM"), ("MfM=\n", "MfM=\r\n"),
        ])
    func `A receipt of any other form is refused`(good: String, bad: String) {
        let text = ReceiptTests.example.replacing(good, with: bad)
        #expect(text != ReceiptTests.example)
        #expect(throws: ReceiptError.self) {
            try Receipt(bytes: Array(text.utf8)).verify(leaf: leaf, log: log)
        }
    }

    @Test func `A cut receipt never verifies and never crashes`() throws {
        let bytes = Array(ReceiptTests.example.utf8)
        for length in 0..<bytes.count {
            guard let receipt = try? Receipt(bytes: Array(bytes.prefix(length))) else { continue }
            // Cut after the log's signature it is still a receipt, with one cosigner less.
            let found = try? receipt.verify(leaf: leaf, log: log, witnesses: [witness])
            #expect(found.map { $0.signatures.map(\.key) } ?? [log] == [log])
        }
    }
}
