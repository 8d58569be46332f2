/// 화면. How a page is lit. `standard` follows what the reader's system asks for.
package enum Theme: String, Sendable, CaseIterable {
    case standard, contrast
}
