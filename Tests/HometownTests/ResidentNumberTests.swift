import Hometown
import Testing

/// The numbers here are made up: their dates exist, their checksums mostly do not.
@Suite struct ResidentNumberTests {
    @Test(
        "A number shaped like a resident number is found wherever it stands",
        arguments: [
            "900101-1234567", "9001011234567", "900101 1234567", "900101 - 1234567",
            "홍길동 900101-1234567 서울", "９００１０１－１２３４５６７", "９００１０１１２３４５６７",
            "900101\u{2013}2234567", "000229-3234567", "040229-4234567", "991231-5234567",
            "880815-6234567", "150301-7234567", "150301-8234567", "991231-9234567",
            "990101-0234567", "(900101-1234567)", "a9001011234567b", "900101\u{00A0}1234567",
            "900101--1234567", "900101_1234567", "900101    1234567", "900101.1234567",
            "900101/1234567", "900101~1234567", "900101ㅡ1234567", "900101ー1234567",
            "900101·1234567", "(900101)1234567", "900101,1234567", "900\u{200B}101-1234567",
            "9001011\u{200B}234567", "900101\u{200B}1234567",
        ])
    func present(text: String) {
        #expect(ResidentNumber.isPresent(in: text))
        #expect(!ResidentNumber.isPresent(in: ResidentNumber.redacting(text)))
    }

    @Test(
        "Other numbers are left alone",
        arguments: [
            "", "100,000", "2023-04-10", "010-1234-5678", "901301-1234567", "900132-1234567",
            "900230-1234567", "010229-1234567", "1900101-1234567", "900101-12345678",
            "19001011234567", "90010112345678", "900101-123456",
            "900101\n1234567", "900101     1234567", "900101a1234567", "900101원 1234567",
            "01890f3e-7b1c-7a2b-9c3d-900101123456", "D-2026-000123",
        ])
    func absent(text: String) {
        #expect(!ResidentNumber.isPresent(in: text))
        #expect(ResidentNumber.redacting(text) == text)
    }

    @Test func `Redaction keeps everything else`() {
        #expect(
            ResidentNumber.redacting("가 900101-1234567, 나 9102031234567 끝 1")
                == "가 ******-*******, 나 ******-******* 끝 1")
    }

    @Test(arguments: [
        ("******-*******", true), ("*************", true), ("****** - *******", true),
        ("＊＊＊＊＊＊－＊＊＊＊＊＊＊", true), ("*", true), ("", false), ("-", false), ("홍**", false),
        ("900101-*******", false), ("****** 7", false),
    ])
    func `What stands where a number was struck out is known again`(text: String, isMask: Bool) {
        #expect(ResidentNumber.isMask(text) == isMask)
    }

    @Test func `No identifier ever looks like one`() {
        for seed in UInt64(0)..<2_000 {
            let identifier = Identifier(
                madeAt: Instant(microseconds: Int64(seed) * 912_345_678_901),
                random: (seed &* 0x9E37_79B9_7F4A_7C15, seed &* 0xC2B2_AE3D_27D4_EB4F))
            #expect(!ResidentNumber.isPresent(in: identifier.description))
        }
    }
}
