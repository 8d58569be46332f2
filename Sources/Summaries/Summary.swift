package import Hometown

/// 요약 보고. A summary as a reader sees it, in one language and before any file format. Every form is
/// written from this value, so that text and figures cannot differ between them.
package struct Summary: Hashable, Sendable {
    /// □ a heading with its items.
    package struct Section: Hashable, Sendable {
        package let heading: String
        package let items: [Item]
    }

    /// ○ one statement, with - what belongs to it and ※ what to mind.
    package struct Item: Hashable, Sendable {
        package let text: String
        package var details: [String] = []
        package var notes: [String] = []
    }

    /// What stands in a table. Numbers stay numbers, so that a spreadsheet can go on with them.
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// A count, or whole won.
        case number(Int64)
        /// ▲ more, △ less than what it is compared with.
        case change(Int64)
        /// Tenths of a percent.
        case percent(Int64)
        /// Hundredths: 1.33 of something.
        case decimal(Int64)
        /// In a column of numbers: what stands there instead of one.
        case said(String)
        case empty
    }

    package struct Table: Hashable, Sendable {
        package struct Column: Hashable, Sendable {
            package let title: String
            /// Right-aligned digits.
            package var isNumber = false
        }

        /// 모금 총괄. At most 31 characters: it is the name of a sheet, too.
        package let name: String
        /// What the columns are, for readers who hear the table.
        package let caption: String
        /// 단위, at the top right: (단위: 원).
        package let unit: String
        package let columns: [Column]
        package let rows: [[Cell]]
        /// 합계.
        package var total: [Cell]?
        /// The column that a picture shows, if one helps.
        package var charted: Int?
    }

    /// 붙임. Pages of tables behind the first one.
    package struct Attachment: Hashable, Sendable {
        package let title: String
        package let tables: [Table]
    }

    package let language: Language
    package let title: String
    /// 문서요지. At most three lines.
    package let gist: [String]
    package let keywords: [String]
    package let sections: [Section]
    /// On the first page.
    package let overview: Table
    package let attachments: [Attachment]
    /// 붙임 목록, 끝.
    package let end: String
    /// What it was made from, and nothing about when or where.
    package let footer: [String]
    /// Where anybody can check the footer; a QR code holds it. `nil` for a ledger without a public
    /// address or without public pages: a code that leads nowhere helps nobody.
    package let proof: String?
    /// When it was due, for the properties of documents.
    package let due: Instant

    /// Writes facts out in one language.
    package init(_ facts: Facts, in language: Language, isPublished: Bool = false) {
        let words = Words(
            language: language, kind: facts.heading.kind,
            smallCounts: facts.heading.smallCounts)
        self.language = language
        title = words.title(facts.heading, isPublished: isPublished)
        gist = words.gist(facts)
        keywords = words.keywords
        sections = words.sections(facts)
        overview = words.overviewTable(facts)
        attachments = words.attachments(facts)
        end = words.end(attachments)
        footer = words.footer(facts)
        proof = facts.heading.proof(of: facts.log)
        due = facts.heading.scheduledFor
    }

    /// Of the first page and of all attachments.
    package var tables: [Table] { [overview] + attachments.flatMap(\.tables) }
}

extension Facts.Heading {
    /// The page that checks a log, with what is to be checked.
    func proof(of log: Facts.Log) -> String? {
        guard hasPublicPages else { return nil }
        return site.map { "\($0)/p/verify?size=\(log.size)&root=\(log.root)" }
    }
}
