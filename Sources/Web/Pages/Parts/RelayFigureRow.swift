import Hometown

/// 챌린지 지표. The figures of a relay as pages show them, each with its number of cases where it is
/// an average.
enum RelayFigureRow {
    static func figures(_ figures: RelayFigures, _ say: Phrases) -> [Figure] {
        let state = { (state: Nomination.State) in Int64(figures.states[state] ?? 0) }
        let unit = say[.unitCount].isEmpty ? nil : say[.unitCount]
        let open = state(.open) + state(.accepted)
        let interval = figures.interval
        return [
            Figure(
                label: say("참여", "Runs"), value: say.number(Int64(figures.participations)),
                unit: unit,
                notes: [
                    say(
                        "\(say.people(Int64(figures.runners))) 참여",
                        "by \(say.people(Int64(figures.runners)))")
                ]),
            Figure(
                label: say("지명", "Nominations"), value: say.number(Int64(figures.nominations)),
                unit: unit,
                notes: [
                    say(
                        "응답 \(say.number(state(.answered))), 열림 \(say.number(open))",
                        "\(state(.answered)) answered, \(open) open")
                ]),
            Figure(
                label: say("가장 긴 사슬", "Longest chain"),
                value: say.number(Int64(figures.longestChain)), unit: unit,
                notes: [say("이어진 지명", "nominations in a row")]),
            Figure(
                label: say("응답까지", "Days to answer"),
                value: interval.median.map { say.decimal($0) } ?? "-",
                unit: interval.median == nil ? nil : say("일", " days"),
                notes: [
                    say(
                        "가운뎃값, \(say.number(Int64(interval.known)))쌍",
                        "median of \(say.number(Int64(interval.known))) pairs")
                ]),
            Figure(
                label: say("지자체", "Governments"),
                value: say.number(Int64(figures.governments)),
                notes: [
                    say(
                        "시·도 \(say.number(Int64(figures.regions)))곳",
                        "in \(figures.regions) provinces")
                ]),
        ]
    }
}

extension Phrases {
    /// 2.5: one place, half up.
    func decimal(_ value: Double) -> String {
        let tenths = Int64((value * 10).rounded(.toNearestOrAwayFromZero))
        return tenths % 10 == 0 ? number(tenths / 10) : "\(number(tenths / 10)).\(tenths % 10)"
    }
}
