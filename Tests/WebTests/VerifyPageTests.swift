import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing
import Transparency

@testable import Web

@Suite struct VerifyPageTests {
    private func ask(_ web: LedgerInterface, _ question: String) async throws -> String {
        let page = try await web.interface.ask(.get, "/p/verify?q=\(PercentText.encode(question))")
        #expect(page.status == .ok)
        return page.text
    }

    @Test func `an entry is followed from its leaf to the signed root`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await web.test.publish()
            let donation = try #require(try await web.test.ledger.donations(rowsMax: 1).first)
            let page = try await ask(web, donation.no)
            #expect(page.contains("notice success"))
            #expect(page.contains("잎에서 뿌리까지 이어짐: 맞음"))
            let byID = try await ask(web, "\(donation.id)")
            #expect(byID.contains("notice success"))
        }
    }

    @Test func `a saved receipt is judged by itself, and a changed one is told`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await web.test.publish()
            let donation = try #require(try await web.test.ledger.donations(rowsMax: 1).first)
            guard case .proven(let proof) = try await web.test.ledger.proof(of: .id(donation.id))
            else { throw LedgerFailure.bug }
            let file = String(decoding: try proof.file(), as: UTF8.self)
            let good = try await ask(web, file.replacing("\n", with: "\r\n"))
            #expect(good.contains("notice success"))
            #expect(good.contains("그 뒤로 원장은 늘기만 했음: 맞음"))
            let index = "index \(proof.index)"
            let moved = file.replacing(index + "\n", with: "index \(proof.index - 1)\n")
            let elsewhere = try await ask(web, moved)
            #expect(elsewhere.contains("notice danger"))
            let beyond = file.replacing(index + "\n", with: "index 999999\n")
            let outside = try await ask(web, beyond)
            #expect(outside.contains("원장과 맞지 않습니다"))
        }
    }

    @Test func `the code on a report leads to whether it was made of this log`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let then = try await web.test.publish()
            let proof = "/p/verify?size=\(then.size)&root="
            let gift = try await web.test.give(1_000, key: "later")
            #expect(gift.receipt != nil)
            try await web.test.publish()
            for page in ["", "/en"] {
                let same = try await web.interface.ask(.get, page + proof + "\(then.root)")
                #expect(same.status == .ok && same.text.contains("notice success"))
                let other = String(repeating: "0", count: 64)
                let wrong = try await web.interface.ask(.get, page + proof + other)
                #expect(wrong.status == .ok && wrong.text.contains("notice danger"))
            }
            let ahead = try await web.interface.ask(
                .get, "/p/verify?size=999999&root=\(then.root)")
            #expect(ahead.status == .ok && ahead.text.contains("notice danger"))
            for query in ["size=x&root=\(then.root)", "size=1&root=zz"] {
                let unread = try await web.interface.ask(.get, "/p/verify?\(query)")
                #expect(unread.status == .badRequest)
            }
        }
    }

    @Test func `what names nothing is told apart from what cannot be read`() async throws {
        try await LedgerInterface.with { web in
            let unknown = try await ask(web, "D-2026-999999")
            #expect(unknown.contains("이 원장에 없습니다"))
            for question in ["c2sp.org/tlog-proof@v1\nnonsense", "!!"] {
                let unreadable = try await ask(web, question)
                #expect(unreadable.contains("읽지 못했습니다"))
            }
            let nothing = try await ask(web, "")
            #expect(!nothing.contains("class=\"notice"))
        }
    }
}
