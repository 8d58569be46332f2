import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What people read of schedules and their runs.
@Suite struct ScheduleTitleTests {
    @Test
    func `every schedule that a ledger begins with is called by words, and others as they are`()
        async throws
    {
        try await LedgerInterface.with { web in
            let schedules = try await web.test.ledger.schedules()
            for language in Language.allCases {
                let say = Phrases(language: language)
                for name in schedules.map(\.name) {
                    #expect(say.schedule(name) != name, "\(name)")
                    #expect(say.scheduleHint(name) == name)
                }
                #expect(Set(schedules.map { say.schedule($0.name) }).count == schedules.count)
                #expect(say.schedule("tax") == "tax" && say.scheduleHint("tax") == nil)
            }
        }
    }

    @Test(arguments: [
        (Int64(0), "0초", "0 s"), (119, "119초", "119 s"), (120, "2분", "2 min"),
        (7_199, "119분", "119 min"), (7_200, "2시간", "2 hours"), (26_964_037, "312일", "312 days"),
    ])
    func `what took long is told in long units`(seconds: Int64, korean: String, english: String) {
        #expect(Phrases(language: .korean).duration(seconds) == korean)
        #expect(Phrases(language: .english).duration(seconds) == english)
    }

    @Test func `when they run is said as people say it, and of one that is paused that it is`()
        async throws
    {
        try await LedgerInterface.with { web in
            let korean = try await web.page("/schedules", as: .manager).text
            for text in ["매 분기 첫째 달 1일 09:00, 서울 시각", "매월 1일 09:00", "매년 2월 15일 09:00"] {
                #expect(korean.contains(text), "\(text)")
            }
            let english = try await web.page("/en/schedules", as: .manager).text
            for text in [
                "On day 1 of the first month of every quarter at 09:00, Seoul time",
                "On day 1 of every month at 09:00", "Every year on 15 February at 09:00",
            ] {
                #expect(english.contains(text), "\(text)")
            }
            let due = "<dt>다음 실행</dt><dd>"
            #expect(try await web.page("/schedules/daily", as: .manager).text.contains(due + "20"))
            let paused = try await web.post(
                "schedules/daily/pause", #"{"note":"점검"}"#, as: .manager, key: "pause")
            #expect(paused.status == .ok, "\(paused.text)")
            let page = try await web.page("/schedules/daily", as: .manager).text
            #expect(page.contains(due + "일시정지"))
        }
    }

    @Test func `a run that somebody asked for is not late, and a success is no F`() async throws {
        try await LedgerInterface.with { web in
            let made = try await web.post(
                "schedules/roll-up/runs", #"{"reason":"확인"}"#, as: .operator, key: "run")
            #expect(made.status == .created, "\(made.text)")
            let run = try #require(
                try await web.test.ledger.runs(of: "roll-up", rowsMax: 1).first)
            let page = try await web.page("/runs/\(run.id)", as: .manager)
            #expect(page.text.contains("집계 점검") && !page.text.contains(" 늦음"))
            let list = try await web.page("/en/schedules", as: .manager)
            #expect(list.text.contains(">D</a>") && !list.text.contains(">F</a>"))
            let today = try await web.page("/", as: .manager)
            #expect(today.text.contains(">일일 요약 보고</a>"))
        }
    }
}
