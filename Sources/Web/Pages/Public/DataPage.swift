import Hometown
import Transparency

/// 공개 데이터. What may be taken away, what its columns mean, and the hash of each file.
struct DataPage {
    let sets: [(set: OpenData, file: OpenData.File)]
    let visit: Visit

    var screen: Screen {
        let say = visit.say
        return Screen(
            visit.frame(say("공개 데이터", "Open data")),
            Title(
                say("공개 데이터", "Open data"),
                lead: say(
                    "누구나 출처를 밝히고 쓸 수 있습니다. 공개된 직위에 있는 사람의 기부와 지자체 사이의 일만 "
                        + "담습니다.",
                    "Free to use with its source named. It holds gifts of holders of public office "
                        + "and what passed between governments.")),
            [
                Block(
                    "files", say("파일", "Files"),
                    [
                        Table(
                            say("파일, 크기와 SHA-256", "File, size and SHA-256"),
                            columns: [
                                .init(say("파일", "File")), .init(say("크기", "Size"), isNumber: true),
                                .init("SHA-256"),
                            ],
                            rows: sets.map { set, file in
                                [
                                    Cell(
                                        set.title.text(in: visit.language), href: set.path,
                                        sub: file.isCut ? "CSV, UTF-8, \(cut)" : "CSV, UTF-8"),
                                    Cell(say.size(Int32(clamping: file.bytes.count))),
                                    .code(Hash256.of(file.bytes).description),
                                ]
                            })
                    ])
            ] + sets.map { set, _ in dictionary(set) } + [interface])
    }

    private var cut: String {
        let most = visit.say.number(Int64(OpenData.rowsMax))
        return visit.say(
            "최근 \(most)건만 담음, 나머지는 API로", "the newest \(most) only; the rest through the API")
    }

    private func dictionary(_ set: OpenData) -> Block {
        let say = visit.say
        return Block(
            set.rawValue, set.title.text(in: visit.language),
            [
                Table(
                    say("열 이름과 뜻", "Columns and what they mean"),
                    columns: [.init(say("열", "Column")), .init(say("뜻", "Meaning"))],
                    rows: set.columns.map { column in
                        [.code(column.name), Cell(column.meaning.text(in: visit.language))]
                    }, kind: "plain")
            ])
    }

    private var interface: Block {
        let say = visit.say
        return Block(
            "api", say("기계가 읽는 자료", "For machines"),
            [
                FactSheet([
                    Label("JSON", "/api/v1", href: "/openapi.json", note: "OpenAPI 3.1"),
                    Label(say("체크포인트", "Checkpoint"), "/log/checkpoint", href: "/log/checkpoint"),
                    Label(
                        say("이용 조건", "Licence"), say("출처 표시", "name the source"),
                        note: say(
                            "글자 칸이 = + - @로 시작하면 앞에 '를 붙입니다.",
                            "A text that begins with = + - @ gets a ' before it.")),
                ])
            ])
    }
}
