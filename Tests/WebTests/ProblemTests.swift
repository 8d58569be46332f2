import HTTPTypes
import Hometown
import Ledger
import Testing

@testable import Web

@Suite struct ProblemTests {
    @Test func `each code stands once and is lower case digits and hyphens`() {
        let codes = ProblemKind.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
        }
    }

    @Test func `each title is said in both languages`() {
        for kind in ProblemKind.all {
            #expect(kind.title.korean.unicodeScalars.contains { $0.value >= 0xAC00 })
            #expect(kind.title.english.utf8.allSatisfy { $0 < 0x80 })
            #expect(kind.status.code >= 400)
        }
    }

    @Test func `whoever may come again is told so and when`() {
        for (failure, code, status) in [
            (LedgerFailure.overloaded, "overloaded", 503),
            (LedgerFailure.tooManyAtOnce, "too-many-requests", 429),
        ] {
            let problem = failure.problem
            #expect(problem.kind.code == code)
            #expect(problem.kind.status.code == status)
            #expect(problem.headers[.retryAfter] == "1")
        }
    }
}
