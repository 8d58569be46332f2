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
        /// The key that leads there from outside of fields, by its code.
        let shortcut: String?
    }

    let groups: [Group]

    /// - Parameter path: where the reader is, in Korean.
    init(for visitor: Visitor, at path: String) {
        let open = visitor.hasPublicPages ? Menu.open : []
        let pages = visitor.role == nil ? open : Menu.console
        groups = pages.compactMap { title, places in
            let open = places.filter { visitor.role.map($0.roles.contains) ?? true }
            // Of a list and a page below it, both in the menu, the reader is at the nearer one.
            let here = open.map(\.path).filter { Menu.stands(path, under: $0) }
                .max { $0.utf8.count < $1.utf8.count }
            let links = open.map { place in
                Item(
                    text: place.title.text(in: visitor.language),
                    href: visitor.path(place.path),
                    current: place.path == here ? "page" : nil,
                    shortcut: place.shortcut)
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
        var roles = Role.everybody
        var shortcut: String?

        init(
            _ path: String, _ korean: String, _ english: String, _ roles: Set<Role>? = nil,
            key shortcut: String? = nil
        ) {
            self.path = path
            self.shortcut = shortcut
            title = Bilingual(korean, english)
            if let roles { self.roles = roles }
        }
    }

    private static let console: [(Bilingual, [Place])] = [
        (
            Bilingual("기록", "Records"),
            [
                Place("/", "오늘", "Today"),
                Place("/donations", "기부 대장", "Donations", Role.readers),
                Place(
                    "/donations/new", "기부 등록", "Record a donation", Role.clerks,
                    key: "KeyN"),
                Place("/imports", "일괄 등록", "Imports", Role.keepers),
            ]
        ),
        (
            Bilingual("관계", "Relations"),
            [
                Place("/exchanges", "상호기부", "Exchanges", Role.readers),
                Place("/agreements", "업무협약", "Agreements", Role.readers),
                Place("/reciprocity", "상호기부 현황", "Who gave whom"),
                Place(MapPage.path, "지도", "Map"),
                Place("/governments", "지자체", "Governments"),
            ]
        ),
        (
            Bilingual("챌린지", "Relay"),
            [
                Place("/relays", "인증 챌린지", "Relays", Role.readers),
                Place("/people", "인물", "People", Role.readers),
            ]
        ),
        (
            Bilingual("보고", "Reports"),
            [
                Place("/reports", "요약 보고", "Reports", Role.readers),
                Place("/schedules", "예약 작업", "Schedules", Role.timetableReaders),
                Place("/audit", "감사 기록", "Audit", Role.overseers),
                Place("/periods", "마감", "Closing", Role.overseers),
                Place("/approvals", "승인", "Approvals", Role.keepers),
            ]
        ),
        (
            Bilingual("관리", "Office"),
            [
                Place("/admin/users", "사용자", "Accounts", [.operator]),
                Place("/tokens", "토큰", "Tokens"),
                Place("/settings", "설정", "Settings", [.operator]),
                Place("/health", "점검", "Health", [.operator]),
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
                Place(VerifyPage.path, "원장 확인", "Verify"),
            ]
        )
    ]
}
