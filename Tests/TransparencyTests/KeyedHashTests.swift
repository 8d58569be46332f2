import Testing
import Transparency

@Suite struct KeyedHashTests {
    /// RFC 4231, 4.2, 4.3 and 4.4: keys shorter than a block.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
    ])
    func `The vectors of RFC 4231`(key: [UInt8], message: [UInt8], code: String) {
        #expect(KeyedHash(key: key).of(message).description == code)
    }

    @Test func `One key serves any number of messages`() {
        let keyed = KeyedHash(key: Array(0..<64))
        let once = keyed.of([1, 2, 3])
        #expect(keyed.of([]) != once)
        #expect(keyed.of([1, 2, 3]) == once)
    }
}
