import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What a person reads when something is not as asked: why, what was kept, what to do, and a
/// number.
@Suite struct ProblemPageTests {
    @Test(arguments: Language.allCases)
    func `every kind of problem says why, what was kept and what to do, to a person`(
        language: Language
    ) throws {
        let pages = try Pages()
        for kind in ProblemKind.all {
            for isReading in [true, false] {
                var problem = Problem(kind, Bilingual("까닭", "the cause"))
                if kind.status == .serviceUnavailable { problem.headers[.retryAfter] = "5" }
                let text = pages.problem(
                    problem, in: language, instance: "0123-req", isReading: isReading)
                let reading = Reading(text)
                #expect(reading.failure == nil, "\(kind.code)")
                #expect(reading.count["h1"] == 1)
                #expect(reading.text.contains("0123-req"))
                #expect(reading.text.contains("\(kind.status.code)"))
                let words =
                    language == .korean
                    ? ["남은 것:", "다음에 할 일:"] : ["What was kept:", "What to do:"]
                for word in words { #expect(reading.text.contains(word), "\(kind.code)") }
                #expect(!text.contains("Idempotency-Key") || kind.code.contains("idempotency"))
            }
        }
    }

    @Test func `a browser is told of a missing page, a forged form and a failure by pages`()
        async throws
    {
        try await LedgerInterface.with { web in
            let browser: HTTPFields = [.accept: "text/html"]
            let missing = try await web.interface.ask(.get, "/en/nowhere", headers: browser)
            #expect(missing.status == .notFound)
            #expect(missing.text.contains("<html lang=\"en\""))
            #expect(missing.text.contains("nothing has changed"))
            let cookie = try await web.signIn(.manager)
            let forged = try await web.interface.ask(
                .post, "/periods/close",
                headers: [
                    .accept: "text/html", .cookie: cookie, .secFetchSite: "same-origin",
                    .contentType: Endpoint.formType,
                ], body: "csrf=0&key=k&period=2025-12&reason=x")
            #expect(forged.status == .forbidden)
            #expect(forged.text.contains("저장하지 않았습니다"))
            #expect(try await web.test.ledger.periods(rowsMax: 1).isEmpty)
            let large = try await web.interface.ask(
                .post, "/periods/close",
                headers: [
                    .accept: "text/html", .cookie: cookie, .secFetchSite: "same-origin",
                    .contentType: Endpoint.formType,
                ], body: String(repeating: "a", count: PostedForm.textBytesMax + 1))
            #expect(large.status == .contentTooLarge)
            #expect(large.text.contains("나누어"))
        }
        let pages = try Pages()
        let failing = Interface { $0.pages = pages }
        let failed = try await failing.ask(.get, "/failing", headers: [.accept: "text/html"])
        #expect(failed.status == .internalServerError)
        #expect(failed.text.contains("운영자에게 아래 요청 번호"))
        #expect(!failed.text.contains("Unforeseen"))
    }

    @Test func `no page says it is a government's own unless the installation does`() throws {
        let screen = Screen(Frame("시험", at: "/p", for: Visitor(language: .korean)), [])
        let claim = Wording.official.text(in: .korean)
        #expect(!(try Pages().render(screen).contains(claim)))
        #expect(try Pages(isOfficial: true).render(screen).contains(claim))
    }
}
