import Hometown
import Schema
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
        ("12345678", .passwordCommon), ("Password1", .passwordCommon),
        ("ILoveYou", .passwordCommon), ("TrustNo1", .passwordCommon),
        ("Corvette_2026", .passwordCommon), ("Greyhoun", .passwordCommon),
        ("abcdefgh1!", .passwordCommon), ("zxcvbnm-2026", .passwordCommon),
        ("가나다라마바사1", .passwordCommon),
        ("qwertyui", .passwordCommon), ("aaaaaaaaa", .passwordCommon),
        ("비밀번호1234", .passwordCommon), ("QLALFqjsgh12", .passwordCommon),
        ("Pumasi-2026", .passwordCommon), ("pumasiPUMASI", .passwordCommon),
        ("vnadktdl", .passwordCommon), ("x jimin x", .passwordLikeLogin),
        ("jimin-12", .passwordLikeLogin), ("김지민2026!", .passwordLikeName),
        ("rlawlals1234", .passwordLikeName), ("JiMinHong1", .passwordLikeName),
        (String(repeating: "가나 다", count: 30), .passwordTooLong(bytesMax: 256)),
    ])
    func `a password that many try first is refused`(password: String, problem: AccountProblem) {
        let (login, name) =
            password.hasPrefix("JiMin") ? ("clerk", "Hong Jimin") : ("jimin", "김지민")
        #expect(PasswordRules.problem(of: password, login: login, name: name) == problem)
    }

    @Test func `a short login alone is refused, and digits alone are no name`() {
        #expect(
            PasswordRules.problem(of: "kim 2026!kim", login: "kim", name: "2026 !")
                == .passwordLikeLogin)
        #expect(PasswordRules.problem(of: "8302 9174 66", login: "1004", name: "2026 !") == nil)
    }

    @Test func `the three thousand that are chosen most often are refused in any case`() {
        let list = Schema.commonPasswords
        #expect(list.count == 3000)
        #expect(PasswordRules.common.count == 3000)
        #expect(list.first == "password")
        for word in list {
            #expect(word.count >= PasswordRules.charactersMin && word == word.lowercased())
            for typed in [word, word.uppercased()] {
                #expect(
                    PasswordRules.problem(of: typed, login: "jimin", name: "김지민")
                        == .passwordCommon, "\(typed)")
            }
        }
    }

    @Test(arguments: [
        "correct horse battery", "네 낱말을 이어 쓴다", "k3#Vw9!zQ", "sunshine over seven roofs",
        "김지민은 밥을 먹는다", "품앗이로 모내기하는 날",
    ])
    func `a long one is taken as it is`(password: String) {
        #expect(PasswordRules.problem(of: password, login: "jimin", name: "김지민") == nil)
    }
}
