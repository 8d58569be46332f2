import Hometown

/// 차림. The pages one can go to from every page, by role: a console page that a role may not open is
/// not offered to it.
struct Menu {
    struct Group {
        let title: String
        let links: [Item]
    }

    struct Item {
        let text: String
        let href: String
        /// `page` for where the reader is (WAI-ARIA 1.2, aria-current).
        let current: String?
    }

    let groups: [Group]

    /// - Parameter path: where the reader is, in Korean.
    init(for visitor: Visitor, at path: String) {
        let pages = visitor.role == nil ? Menu.open : Menu.console
        groups = pages.compactMap { title, places in
            let links = places.filter { place in
                visitor.role.map(place.roles.contains) ?? true
            }.map { place in
                Item(
                    text: place.title.text(in: visitor.language),
                    href: visitor.path(place.path),
                    current: Menu.stands(path, under: place.path) ? "page" : nil)
            }
            guard !links.isEmpty else { return nil }
            return Group(title: title.text(in: visitor.language), links: links)
        }
    }

    private static func stands(_ path: String, under place: String) -> Bool {
        path == place || place != "/" && place != "/p" && path.hasPrefix(place + "/")
    }

    private struct Place {
        let path: String
        let title: Bilingual
        var roles = Set(Role.allCases)

        init(_ path: String, _ korean: String, _ english: String, _ roles: Set<Role>? = nil) {
            self.path = path
            title = Bilingual(korean, english)
            if let roles { self.roles = roles }
        }
    }

    private static let readers: Set<Role> = [.clerk, .coordinator, .manager, .auditor]
    private static let keepers: Set<Role> = [.clerk, .manager, .auditor]

    private static let console: [(Bilingual, [Place])] = [
        (
            Bilingual("기록", "Records"),
            [
                Place("/", "오늘", "Today"),
                Place("/donations", "기부 대장", "Donations", readers),
                Place("/imports", "일괄 등록", "Imports", keepers),
            ]
        ),
        (
            Bilingual("관계", "Relations"),
            [
                Place("/exchanges", "상호기부", "Exchanges", readers),
                Place("/agreements", "업무협약", "Agreements", readers),
                Place("/reciprocity", "상호기부 현황", "Who gave whom"),
                Place("/map", "지도", "Map"),
                Place("/governments", "지자체", "Governments"),
            ]
        ),
        (
            Bilingual("챌린지", "Relay"),
            [
                Place("/relays", "인증 챌린지", "Relays", readers),
                Place("/people", "인물", "People", readers),
            ]
        ),
        (
            Bilingual("보고", "Reports"),
            [
                Place("/reports", "요약 보고", "Reports", readers),
                Place("/schedules", "예약 작업", "Schedules", [.manager, .auditor, .operator]),
                Place("/audit", "감사 기록", "Audit", [.manager, .auditor]),
            ]
        ),
    ]

    private static let open: [(Bilingual, [Place])] = [
        (
            Bilingual("공개 화면", "Public pages"),
            [
                Place("/p", "한눈에", "At a glance"),
                Place("/p/reports", "공개 보고서", "Reports"),
                Place("/p/data", "공개 데이터", "Open data"),
                Place("/p/verify", "원장 확인", "Verify"),
            ]
        )
    ]
}
