import Hometown
import Ledger

/// 새 기록 알림. Says how much was recorded since the page was made, and changes nothing of it until it
/// is pressed; can be paused. Without scripts there is a link that loads the page anew.
struct LivePill: Part {
    /// Of what kinds the page shows entries; empty for all.
    private let kinds: [Entry.Kind]
    private let visit: Visit

    /// - Parameter isFixed: whether the page shows a past that nothing is added to.
    /// - Returns: `nil` for such a page, for a guest, and where the address says `live=0`.
    init?(_ kinds: [Entry.Kind], isFixed: Bool = false, _ visit: Visit) {
        guard !isFixed, visit.viewer != nil, visit.isLive else { return nil }
        self.kinds = kinds
        self.visit = visit
    }

    /// What has news of a relay.
    static let relay: [Entry.Kind] = [
        .relay, .participation, .nomination, .reply, .claim, .choice, .person,
    ]

    func write(to writer: inout MarkupWriter) {
        let say = visit.say
        let attributes: [MarkupWriter.Attribute] = [
            ("class", "live"), ("data-live", LiveRoutes.path),
            ("data-after", "\(visit.head.size - 1)"),
            ("data-kinds", kinds.map(\.rawValue).joined(separator: " ")),
            ("data-news", say("새 기록 {n}건 보기", "Show new records: {n}")),
            ("data-pause", say("실시간 멈춤", "Pause live")),
            ("data-go", say("실시간 계속", "Go on live")), ("hidden", "hidden"),
        ]
        writer.tag("div", attributes) { writer in
            writer.element("div", ["aria-live": "polite"]) { _ in }
            writer.element("button", ["type": "button"]) { $0.text(say("실시간 멈춤", "Pause live")) }
        }
        writer.element("noscript", [:]) { writer in
            writer.element("p", ["class": "more"]) { writer in
                writer.element("a", ["href": visit.address()]) {
                    $0.text(say("새로고침", "Load anew"))
                }
            }
        }
        writer.raw("\n")
    }
}
