import Hometown
import Testing

@testable import Transparency

@Suite struct OneTimeCodeTests {
    private let app = OneTimeCode(secret: Array("12345678901234567890".utf8))

    private func instant(_ seconds: Int64) -> Instant {
        Instant(microseconds: seconds * 1_000_000)
    }

    /// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
    @Test(arguments: [
        (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `a code is what the RFC says at its time`(seconds: Int64, code: String) {
        let step = OneTimeCode.step(at: instant(seconds))
        #expect(app.text(of: step) == code)
        #expect(app.step(of: code, at: instant(seconds), after: 0) == step)
    }

    /// RFC 4226, appendix D.
    @Test func `a code is what the RFC says of its counter`() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ]
        #expect((0..<10).map { app.text(of: Int64($0)) } == codes)
    }

    @Test func `a clock may be half a minute early or late, and not a whole one`() {
        let now = instant(1_234_567_890)
        let step = OneTimeCode.step(at: now)
        for aside in Int64(-3)...3 {
            let found = app.step(of: app.text(of: step + aside), at: now, after: 0)
            #expect(found == (abs(aside) <= 1 ? step + aside : nil), "\(aside)")
        }
        #expect(OneTimeCode.step(at: instant(59)) == 1)
        #expect(OneTimeCode.step(at: instant(60)) == 2)
    }

    @Test func `a code that was used, and those before it, are used up`() {
        let now = instant(1_234_567_890)
        let step = OneTimeCode.step(at: now)
        for aside in Int64(-1)...1 {
            let found = app.step(of: app.text(of: step + aside), at: now, after: step)
            #expect(found == (aside > 0 ? step + aside : nil), "\(aside)")
        }
    }

    @Test(arguments: ["", "00592", "0059244", "5924", "abcdef", "00592\u{0664}"])
    func `anything but the six digits is wrong`(typed: String) {
        #expect(app.step(of: typed, at: instant(1_234_567_890), after: 0) == nil)
    }

    @Test func `blanks between the digits do not matter`() {
        #expect(app.step(of: " 005 924 ", at: instant(1_234_567_890), after: 0) != nil)
    }
}
