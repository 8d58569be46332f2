package import Hometown

/// 요약 보고. A summary as a reader sees it, in one language and before any file format: every value
/// is text that is already written out.
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

    package struct Table: Hashable, Sendable {
        package struct Column: Hashable, Sendable {
            package let title: String
            /// Right-aligned digits.
            package var isNumber = false
        }

        /// What the columns are, for readers who hear the table.
        package let caption: String
        /// 단위, at the top right: (단위: 원).
        package let unit: String
        package let columns: [Column]
        package let rows: [[String]]
        /// 합계.
        package let total: [String]?
    }

    package let language: Language
    package let title: String
    /// 문서요지. At most three lines.
    package let gist: [String]
    package let keywords: [String]
    package let sections: [Section]
    package let tables: [Table]
    /// 끝.
    package let end: String
    /// What it was made from, and nothing about when or where.
    package let footer: [String]

    /// Writes facts out in one language.
    package init(_ facts: Facts, in language: Language) {
        let words = Words(language: language)
        self.language = language
        let period = Notation.range(facts.heading.period, in: language)
        title = words.say(
            "고향사랑 상호기부·인증 챌린지 일일 현황(\(period))",
            "Hometown donations, exchanges and relay: daily summary (\(period))")
        gist = words.gist(facts)
        keywords =
            language == .korean
            ? ["고향사랑기부", "상호기부", "인증 챌린지", "일일 현황"]
            : ["hometown-love donation", "exchange", "relay", "daily summary"]
        sections = [
            words.donations(facts), words.exchanges(facts), words.relays(facts),
            words.outlook(facts),
        ]
        tables = [words.flowTable(facts), words.exchangeTable(facts)].compactMap(\.self)
        end = words.say("끝.", "End.")
        footer = words.footer(facts)
    }
}
