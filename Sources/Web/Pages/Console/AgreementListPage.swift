import Hometown
import Ledger

/// 업무협약 목록.
struct AgreementListPage {
    let leaf: Leaf<AgreementRecord>
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say[.agreements]),
            Title(
                say[.agreements], lead: lead,
                actions: [
                    visit.way(
                        say("업무협약 등록", "Record an agreement"), to: AgreementEntryPage.path,
                        for: Role.clerks)
                ]),
            [
                FilterForm(
                    action: visit.address(without: ["government", "year", "cursor"]),
                    label: say("조건", "Filters"), submit: say("조회", "Show"),
                    fields: [
                        .init(
                            name: "government", label: say("지자체", "Government"),
                            value: visit.query["government"] ?? "",
                            hint: say("이름이나 코드", "name or code")),
                        .init(
                            name: "year", label: say("체결한 해", "Year"),
                            value: visit.query["year"] ?? "", hint: "2026", inputMode: "numeric"),
                    ]),
                Block(
                    "list",
                    [leaf.rows.isEmpty ? Empty(say[.agreementsEmpty]) : table, leaf.pager]),
            ])
    }

    private var lead: String {
        say(
            "누가 무엇을 함께하기로 했는지, 그 뒤에 무엇이 오갔는지 적습니다.",
            "Who agreed on what, and what was given since.")
    }

    private var table: Table {
        Table(
            say("번호, 체결한 날, 협약, 당사자, 상태", "Number, day, agreement, parties and standing"),
            columns: [
                .init(say("번호", "No.")), .init(say("체결한 날", "Signed on")),
                .init(say[.byAgreement]), .init(say("당사자", "Parties")), .init(say[.state]),
            ],
            rows: leaf.rows.map { record in
                let summary = AgreementSummary(record, visit.visitor)
                return [
                    .code(record.agreement.no), Cell(say.date(record.agreement.signedOn)),
                    Cell(
                        summary.title, href: summary.path(isOpen: false), sub: summary.fields),
                    Cell(summary.parties), Cell(Chip(record.standing, say)),
                ]
            }, headColumn: 2)
    }
}
