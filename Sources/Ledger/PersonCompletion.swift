package import Hometown

/// 인물 완성. A public person whom somebody may mean by what is typed so far.
package struct PersonCompletion: Hashable, Sendable {
    package let id: Identifier
    package let name: Bilingual
    /// Held on the day; `nil` when none is certain, or more than one.
    package let office: RecordedOffice?
    /// Whose office it is.
    package let government: Government?
}
