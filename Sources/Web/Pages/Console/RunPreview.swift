import Hometown
import Ledger

/// 실행 미리보기. What running a period by hand would file, before anybody does.
struct RunPreview {
    let foresight: RunForesight
    let visitor: Visitor

    private var say: Phrases { visitor.say }

    var parts: [any Part] {
        switch foresight {
        case .files(let report): parts(of: report)
        case .stands(let run):
            [
                notice(
                    say(
                        "이 기간은 이미 보고했습니다. 실행해도 새로 보고하는 것은 없습니다.",
                        "The period is filed already: running it files nothing new.")),
                Block(
                    "foreseen", say("이미 보고한 것", "What is filed already"),
                    [sheet(run.period, run.revision, run.logSize, nil)]),
            ]
        }
    }

    private func parts(of report: RunForesight.Report) -> [any Part] {
        let reader = visitor.reader
        let label =
            reader.readsBook
            ? say("내부용 본문", "Text for the office") : say("공개용 본문", "Text for everybody")
        return [
            notice(
                say(
                    "아래 내용을 보고하게 됩니다. 그 사이 기록이 더 쌓이면 달라질 수 있습니다.",
                    "This is what would be filed. What is recorded meanwhile may change it.")),
            Block(
                "foreseen", say("보고할 내용", "What would be filed"),
                [
                    sheet(
                        report.period, report.revision, report.logSize,
                        report.rendered.title.text(in: visitor.language)),
                    report.text(for: reader).map { Verbatim(text: $0, label: label) },
                ]),
        ]
    }

    private func notice(_ text: String) -> Notice {
        Notice(
            kind: "information",
            title: say("모의 실행: 기록하지 않음", "A rehearsal: nothing is recorded"), text: text)
    }

    private func sheet(
        _ period: String, _ revision: Int32, _ logSize: Int64?, _ title: String?
    ) -> FactSheet {
        FactSheet([
            title.map { Label(say("제목", "Title"), $0) },
            Label(say("기간", "Period"), say.period(period)),
            Label(say("판", "Revision"), "\(revision)"),
            logSize.map { Label(say[.logSize], say.number($0)) },
        ])
    }
}
