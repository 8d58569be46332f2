import Hometown
import Testing

@Suite struct IdentifierTests {
    private func made(_ microseconds: Int64, _ random: (UInt64, UInt64) = (0, 0)) -> Identifier {
        Identifier(madeAt: Instant(microseconds: microseconds), random: random)
    }

    @Test func `The example of RFC 9562 is made bit by bit`() {
        // Appendix A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        let identifier = made(
            1_645_557_742_000_000, (0xFFFF_FFFF_FFFF_FCC3, 0x18C4_DC0C_0C07_398F << 2))
        #expect(identifier.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test func `Version and variant stand whatever the randomness`() {
        for random in [(UInt64.min, UInt64.min), (.max, .max), (0x8000, 1 << 63)] {
            let identifier = made(1_681_092_900_123_456, random)
            #expect(identifier.high >> 12 & 0xF == 7)
            #expect(identifier.low >> 62 == 0b10)
            #expect(identifier.high >> 16 == 1_681_092_900_123)
        }
    }

    @Test func `Later ids sort later, as values, as texts and as bytes`() {
        let moments: [Int64] = [
            0, 1_000, 1_681_092_900_000_000, 1_681_092_900_001_000, 253_402_300_799_000_000,
        ]
        let identifiers = moments.enumerated().map { index, moment in
            made(moment, (index.isMultiple(of: 2) ? .max : 0, UInt64(index)))
        }
        #expect(identifiers == identifiers.sorted())
        #expect(identifiers.map(\.description) == identifiers.map(\.description).sorted())
        for (left, right) in zip(identifiers, identifiers.dropFirst()) {
            #expect(left.bytes.lexicographicallyPrecedes(right.bytes))
        }
        #expect(made(-1) == made(0))
    }

    @Test func `Texts and bytes are read back`() {
        var seed: UInt64 = 1
        for _ in 0..<1_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let identifier = Identifier(high: seed, low: ~seed &* 31)
            #expect(Identifier(identifier.description) == identifier)
            #expect(Identifier(identifier.description.uppercased()) == identifier)
            #expect(Identifier(bytes: identifier.bytes) == identifier)
            #expect(
                Hexadecimal.text(identifier.bytes) == identifier.description.filter { $0 != "-" })
        }
    }

    @Test(
        "Other texts are no ids",
        arguments: [
            "", "01890f3e-7b1c-7a2b-9c3d-0123456789a", "01890f3e-7b1c-7a2b-9c3d-0123456789abc",
            "01890f3e7b1c7a2b9c3d0123456789ab", "{01890f3e-7b1c-7a2b-9c3d-0123456789ab}",
            "01890f3e-7b1c-7a2b-9c3d_0123456789ab", "01890f3g-7b1c-7a2b-9c3d-0123456789ab",
            "01890f3e-7b1c-7a2b-9c3-d0123456789ab", " 1890f3e-7b1c-7a2b-9c3d-0123456789ab",
        ])
    func noIdentifier(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test func `Hexadecimal is read in either case and written in lower`() {
        let all = (0...255).map { UInt8($0) }
        #expect(Hexadecimal.bytes(Hexadecimal.text(all)) == all)
        #expect(Hexadecimal.bytes("00ABcdEF") == [0x00, 0xAB, 0xCD, 0xEF])
        #expect(Hexadecimal.isText("00ABcdEF", of: 4))
        for other in ["", "00ABcdE", "00ABcdEF0", "00ABcdEF00", "00ABcdEG", "00ABcd-F", "가BcdEF"] {
            #expect(!Hexadecimal.isText(other, of: 4), "\(other)")
        }
        #expect(Hexadecimal.text([]) == "")
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0x") == nil)
    }
}
