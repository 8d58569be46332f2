import Hometown
import Testing

@testable import Ledger

@Suite struct PasswordTests {
    /// RFC 7914, 12: the second vector.
    @Test func `scrypt gives what the RFC says`() throws {
        let cost = PasswordCost(rounds: 1024, blockSize: 8, parallelism: 16)
        let hash = try PasswordHash("password", salt: Array("NaCl".utf8), cost: cost)
        #expect(
            Hexadecimal.text(hash.key)
                == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
        #expect(hash.text.hasPrefix("scrypt$1024$8$16$4e61436c$fdbabe1c"))
        let read = try #require(PasswordHash(hash.text))
        #expect(read.cost == cost)
        #expect(try read.isOf("password"))
        #expect(try !read.isOf("Password"))
        #expect(try !read.isOf(""))
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$1024$8$16$4e61436c", "bcrypt$1024$8$16$4e61436c$00",
        "scrypt$a$8$16$4e$00", "scrypt$1024$8$16$zz$00",
    ])
    func `what is no hash is not read as one`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `a password takes 128 MiB to guess`() {
        let cost = PasswordCost.standard
        #expect(128 * cost.rounds * cost.blockSize == 128 << 20)
    }

    @Test(arguments: [
        ("short12", AccountProblem.passwordTooShort(charactersMin: 8)),
        ("password1!", .passwordCommon), ("P@ssw0rd", .passwordCommon),
        ("12345678", .passwordCommon),
        ("qwertyui", .passwordCommon), ("aaaaaaaaa", .passwordCommon),
        ("비밀번호1234", .passwordCommon), ("x jimin x", .passwordLikeLogin),
        (String(repeating: "가나 다", count: 30), .passwordTooLong(bytesMax: 256)),
    ])
    func `a password that many try first is refused`(password: String, problem: AccountProblem) {
        #expect(PasswordRules.problem(of: password, login: "jimin") == problem)
    }

    @Test(arguments: ["correct horse battery", "네 낱말을 이어 쓴다", "k3#Vw9!zQ"])
    func `a long one is taken as it is`(password: String) {
        #expect(PasswordRules.problem(of: password, login: "jimin") == nil)
    }
}
