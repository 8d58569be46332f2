import Hometown

/// 지표 자세히. The figures of a relay that are more than one number, each with what it counts.
struct RelayFigureTables {
    let figures: RelayFigures
    /// What the picture calls the generation of those who answer no nomination.
    let firstGeneration: Int
    let say: Phrases

    /// More of them stand in the figures of the API.
    private static let generationsMax = 60

    var block: Block {
        Block(
            "figures", say("지표 자세히", "Figures in full"),
            intro: say(
                "재생산수는 다음 세대의 참여를 이 세대의 참여로 나눈 값입니다. "
                    + "가장 긴 사슬은 날짜가 서로 어긋나지 않는 지명만 잇습니다.",
                "The reproduction number is the runs of the next generation for each of this one. "
                    + "The longest chain has only nominations whose dates do not contradict it."),
            [generations, more, facts, ages])
    }

    private var generations: Table? {
        guard !figures.generations.isEmpty else { return nil }
        return Table(
            say("세대마다 참여, 지명, 응답", "Runs, nominations and answers of each generation"),
            columns: [
                .init(say("세대", "Generation")),
                .init(say("참여", "Runs"), isNumber: true),
                .init(say("지명", "Nominations"), isNumber: true),
                .init(say("응답", "Answered"), isNumber: true),
                .init(say("재생산수", "Reproduction"), isNumber: true),
            ],
            rows: zip(firstGeneration..., figures.generations.prefix(Self.generationsMax)).map {
                number, generation in
                [
                    Cell(say("\(number)세대", "Generation \(number)")),
                    Cell(say.number(Int64(generation.participations))),
                    Cell(say.number(Int64(generation.nominations))),
                    Cell(say.number(Int64(generation.answered))),
                    Cell(say.decimal(generation.reproduction)),
                ]
            })
    }

    private var more: Remarks? {
        let rest = Int64(figures.generations.count - Self.generationsMax)
        guard rest > 0 else { return nil }
        return Remarks([
            say("이 뒤로 \(say.number(rest))세대가 더 있습니다.", "\(say.number(rest)) more follow.")
        ])
    }

    private var facts: FactSheet {
        let people = { (count: Int) in say.people(Int64(count)) }
        return FactSheet(
            [
                figures.completion.map {
                    Label(
                        say("완료율", "Answered share"), say.decimal($0 * 100) + "%",
                        note: say("지명 가운데 응답한 것", "of all nominations"))
                },
                figures.interval.p90.map {
                    Label(
                        say("응답까지(90%)", "Days to answer (90%)"), say("\($0)일", "\($0) days"),
                        note: say("열에 아홉은 이 안에 응답", "nine of ten answered within"))
                },
                Label(
                    say("끝난 갈래", "Ended branches"), say.count(Int64(figures.ends)),
                    note: say("더 이어질 지명이 없는 참여", "runs from which nothing goes on")),
                Label(
                    say("다시 참여", "Ran again"), people(figures.repeatPeople),
                    note: say("두 해 이상 참여한 사람", "in two calendar years or more")),
                Label(
                    say("여럿의 지명", "Named by several"), say.count(Int64(figures.multiNominator)),
                    note: say("둘 이상의 지명에 응답한 참여", "runs that answer two or more")),
                Label(
                    say("시작", "Beginnings"), say.count(Int64(figures.origins)),
                    note: say("기록된 지명 없이 한 참여", "runs that answer no nomination on record")),
            ])
    }

    private var ages: Table? {
        guard figures.count(.open) > 0 else { return nil }
        let ages = figures.openAges
        let bands = [
            (say("0∼7일", "0 to 7 days"), ages.upTo7), (say("8∼30일", "8 to 30 days"), ages.upTo30),
            (say("31∼90일", "31 to 90 days"), ages.upTo90),
            (say("90일 초과", "More than 90 days"), ages.over90),
            (say("지명일을 모름", "Day not known"), ages.undetermined),
        ]
        return Table(
            say("열린 지명을 지난 날수로", "Open nominations by the days since"),
            columns: [
                .init(say("지난 날", "Days since")), .init(say("지명", "Nominations"), isNumber: true),
            ],
            rows: bands.map { [Cell($0), Cell(say.number(Int64($1)))] }, kind: "plain")
    }
}
