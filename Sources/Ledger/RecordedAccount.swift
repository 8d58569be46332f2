package import Hometown
import Postgres

/// 사용자. Who signs in at the console, in which role, and how the console looks to them. The
/// password's hash never leaves the statements that check it.
package struct RecordedAccount: Hashable, Sendable {
    /// The author that everything this account does is written down under.
    package let id: Identifier
    package let login: String
    package let name: String
    package let role: String
    package let look: Look
    package let hasPassword: Bool
    /// Whether signing in takes a code, too.
    package let hasSecondFactor: Bool
    package let madeAt: Instant
    package let disabledAt: Instant?

    /// 화면 설정. As the account chose it; words of the schema.
    package struct Look: Hashable, Sendable {
        /// `ko` or `en`.
        package var language: String
        /// `standard` or `contrast`.
        package var theme: String
        /// `standard`, `large` or `largest`.
        package var textSize: String
        /// Whether single keys do something outside of fields.
        package var hasShortcuts: Bool

        package init(language: String, theme: String, textSize: String, hasShortcuts: Bool) {
            self.language = language
            self.theme = theme
            self.textSize = textSize
            self.hasShortcuts = hasShortcuts
        }
    }

    package var author: Author { Author(id: id, kind: .user, name: login) }

    init(row: inout RowReader) throws {
        id = try row.next()
        login = try row.next()
        name = try row.next()
        role = try row.next()
        look = Look(
            language: try row.next(), theme: try row.next(), textSize: try row.next(),
            hasShortcuts: try row.next())
        hasPassword = try row.next()
        hasSecondFactor = try row.next()
        madeAt = try row.next()
        disabledAt = try row.next()
    }
}
