import Hometown
import HummingbirdCore
import Ledger

/// 방문. One look at a page: who looks, at which address, and what is asked there.
struct Visit: Sendable {
    /// Of a list on one page; one more is read, to see whether there is another page.
    static let rowsMax = 50

    var visitor: Visitor
    let query: Query
    /// Parameters that nobody could read or nobody knows: the page is shown as if they were not
    /// there, and its fields hold what was typed.
    var unread: Set<String> = []
    /// Of the page in Korean, with what stands in the path.
    let path: String
    let today: CivilDate
    let head: TreeHead
    /// Scheme and host of the site as the visitor wrote them; `nil` for a host that is none.
    let site: String?
    private let context: WebContext

    init(
        _ context: WebContext, _ query: Query, at pattern: String, today: CivilDate,
        head: TreeHead, site: String?
    ) throws(Problem) {
        self.context = context
        self.query = query
        self.today = today
        self.head = head
        self.site = site
        path = Visit.path(pattern, context)
        let theme = try query.value("theme") { Theme(rawValue: $0) }
        visitor = Visitor(context, theme: theme)
    }

    /// Whether it is one of the pages for everybody, which lead to one another.
    var isOpen: Bool { path.hasPrefix("/p/") }
    /// Whether the page may say what comes; `live=0` says no, in the address as all of a view.
    var isLive: Bool { query["live"] != "0" }
    /// Whoever is signed in, for forms.
    var viewer: Viewer? { context.viewer }
    var say: Phrases { visitor.say }
    var language: Language { visitor.language }
    var reader: Reader { visitor.reader }
    /// What those are called who write in the book, by login.
    var staff: StaffNames { visitor.staff }

    /// The pattern with the values of this visit.
    static func path(_ pattern: String, _ context: WebContext) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{")
                ? PercentText.encode(context.pathParameter(String(part.dropFirst().dropLast())))
                : String(part)
        }.joined(separator: "/")
    }

    /// The way to a form, for whoever may fill it in.
    func way(_ text: String, to path: String, for roles: Set<Role>, kind: String = "button")
        -> Link?
    {
        visitor.way(to: path, for: roles).map { Link(text, $0, kind: kind) }
    }

    /// Of the path.
    func id(_ name: String = "id") throws(Problem) -> Identifier { try context.id(name) }

    /// Of the query, in any form that people write.
    func day(_ name: String) throws(Problem) -> CivilDate? {
        let dates = DateReader(today: today)
        return try value(name) { dates.day($0) }
    }

    /// What the form did that led here.
    var done: Notice? {
        query[Done.parameter].flatMap(Done.init)?.notice(say)
    }

    func parameter(_ name: String) -> String { context.pathParameter(name) }

    /// The frame of a page of this address.
    /// - Parameters:
    ///   - page: what the title begins with.
    ///   - modules: that make this page quicker.
    func frame(
        _ page: String, live pill: LivePill? = nil, modules: [Asset.Module] = []
    ) -> Frame {
        // The same thing is shown in the console too, under a title of its own.
        let page = isOpen ? "\(page) - \(say("공개 화면", "Public page"))" : page
        return Frame(
            page, at: path, query: text(without: ["theme"]), for: visitor, head: head,
            modules: modules + (pill == nil ? [] : [.live]))
    }

    /// The query as it was asked, without some of its parameters and with others.
    func text(without names: Set<String> = [], adding more: [(String, String)] = []) -> String {
        let changed = names.union(more.map(\.0)).union([Done.parameter]).union(unread)
        return (query.all.filter { !changed.contains($0.name) } + more.map { ($0.0, $0.1) })
            .map { "\($0.0)=\(PercentText.encode($0.1))" }.joined(separator: "&")
    }

    /// This page with another query.
    func address(without names: Set<String> = [], adding more: [(String, String)] = []) -> String {
        Frame.address(path, in: language, text(without: names, adding: more))
    }

    /// A form sends its empty fields too; they ask for nothing.
    func value<Value>(
        _ name: String, _ read: (String) -> Value?
    ) throws(Problem) -> Value? {
        guard query[name]?.isEmpty == false, !unread.contains(name) else { return nil }
        return try query.value(name, read)
    }

    /// The number after or before which a list goes on.
    func cursor() throws(Problem) -> Int64? {
        try value("cursor") { text in
            guard let keys = Cursor(text)?.keys, keys.count == 1 else { return nil }
            return Int64(keys[0])
        }
    }
}

extension Visit {
    /// 자리. The place in a list of all, from 0, that a page is to show.
    func place() throws(Problem) -> Int { Int(clamping: max(try cursor() ?? 0, 0)) }
}

/// 목록의 한 쪽. Rows of a list and the links to the rest of it.
struct Leaf<Row: Sendable>: Sendable {
    let rows: [Row]
    let pager: LinkRow

    init(_ rows: [Row], next: Int64?, _ visit: Visit) {
        self.rows = rows
        pager = Leaf.pager(visit, next: next)
    }

    /// - Parameters:
    ///   - found: at most one more than `rowsMax`; it shows that there is a next page.
    ///   - number: by which the list is ordered.
    init(
        _ found: [Row], _ visit: Visit, rowsMax: Int = Visit.rowsMax, number: (Row) -> Int64
    ) {
        rows = Array(found.prefix(rowsMax))
        pager = Leaf.pager(visit, next: found.count > rowsMax ? rows.last.map(number) : nil)
    }

    private static func pager(_ visit: Visit, next: Int64?) -> LinkRow {
        let say = visit.say
        var links: [Link] = []
        if visit.query["cursor"]?.isEmpty == false {
            links.append(Link(say("처음", "First"), visit.address(without: ["cursor"])))
        }
        if let next {
            let cursor = Cursor(keys: [String(next)]).text
            links.append(Link(say("다음", "Next"), visit.address(adding: [("cursor", cursor)])))
        }
        return LinkRow(.pager, say("쪽", "Pages"), links)
    }
}
