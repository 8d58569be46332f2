/// 언어. The two languages everything is said in; Korean comes first.
package enum Language: String, Sendable, CaseIterable {
    case korean = "ko"
    case english = "en"
}
