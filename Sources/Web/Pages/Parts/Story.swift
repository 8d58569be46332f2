import Hometown
import Ledger

/// 이력. What is on record of one thing in the order in which the ledger was told, each item with the
/// entry that tells it.
struct Story {
    /// Of the thing itself, which needs no link to where one is already; a government has none.
    let id: Identifier?
    /// At most one more than is shown; it says that there are more.
    let items: [TimelineItem]
    let visit: Visit

    /// On one page.
    static let itemsMax = 100

    private var say: Phrases { visit.say }

    var block: Block {
        Block(
            "story", say("이력", "History"),
            [
                Timeline(label: say("이력", "History"), events: shown.map(event)),
                items.count > shown.count
                    ? Remarks([
                        say(
                            "먼저 적은 \(Self.itemsMax)건입니다. 이 뒤의 이력도 원장에 있습니다.",
                            "The first \(Self.itemsMax). What came after them is on record too.")
                    ]) : nil,
            ])
    }

    private var shown: [TimelineItem] { Array(items.prefix(Self.itemsMax)) }

    func event(_ item: TimelineItem) -> Timeline.Event {
        let page = ConsoleRoutes.address(of: item.kind, item.id, item.no, for: visit.visitor)
        let author = item.author.map { visit.staff[$0] }
        return Timeline.Event(
            when: day(of: item), what: say.text(item.title ?? item.kind.title),
            href: item.id == id ? nil : page,
            detail: [item.no, author].compactMap(\.self).joined(separator: ", "),
            recorded: say.moment(item.recordedAt))
    }

    /// In the world, else when the ledger was told.
    func day(of item: TimelineItem) -> String {
        item.happenedOn.map(say.date) ?? say.day(item.recordedAt.koreanDate)
    }
}
