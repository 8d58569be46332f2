import Hometown
import Ledger

/// 찾기. What a word names: a thing by its number or id first, then governments and people.
struct SearchPage {
    let question: String
    let groups: [(title: String, items: [LinkList.Item])]
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title =
            question.isEmpty
            ? say[.search] : say("\(question) 찾기", "Search for \(question)")
        let found = groups.filter { !$0.items.isEmpty }
        return Screen(
            visit.frame(title),
            Title(say[.search], lead: question.isEmpty ? say[.searchHint] : question),
            [
                FilterForm(
                    action: visit.address(without: ["q"]), label: say[.search],
                    submit: say[.search],
                    fields: [
                        .init(
                            name: "q", label: say("찾는 말", "Words"), value: question,
                            hint: say("D-2026-000123, 세종, 최민호", "D-2026-000123, Sejong"))
                    ])
            ]
                + found.enumerated().map { place, group in
                    let count = say.count(Int64(group.items.count))
                    return Block(
                        "group-\(place)", "\(group.title) \(count)", [LinkList(group.items)])
                }
                + [
                    found.isEmpty && !question.isEmpty
                        ? Empty(
                            say(
                                "찾은 것이 없습니다. 번호나 지자체 이름으로 다시 찾으십시오.",
                                "Nothing was found. Try a number or the name of a government."))
                        : nil
                ])
    }
}
