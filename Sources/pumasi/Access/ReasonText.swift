import ArgumentParser

/// 사유. Why somebody does what has to be explained, as options bring it.
enum ReasonText {
    /// - Parameter charactersMax: what is kept of one.
    /// - Throws: `ValidationError` for none, for one that is too long, and for a character that
    ///   nobody sees.
    static func check(_ reason: String?, charactersMax: Int) throws {
        guard (1...charactersMax).contains(reason?.unicodeScalars.count ?? 0) else {
            throw ValidationError(
                .said(
                    "--reason: 1부터 \(charactersMax)자까지 씁니다.",
                    "--reason takes 1 to \(charactersMax) characters."))
        }
        try WrittenText.check(reason, "--reason")
    }
}
