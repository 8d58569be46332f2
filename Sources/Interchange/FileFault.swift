/// 파일 오류. Why a file of the outside world is not read or not written: what is wrong, where, and
/// how to mend it, in both languages. Nothing of the file's own text stands in it but names of
/// parts and sheets, so that a message can be logged.
package struct FileFault: Error, Hashable, Sendable {
    /// Stable, for programs: `zip_encrypted`.
    package let code: String
    package let korean: String
    package let english: String

    package init(_ code: String, _ korean: String, _ english: String) {
        self.code = code
        self.korean = korean
        self.english = english
    }
}

extension FileFault: CustomStringConvertible {
    package var description: String { "\(code): \(english)" }
}
