package import Hometown

/// 점검 한 줄. One thing that was looked at: what it is, how it stands, and what to do about it.
package struct CheckupLine: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case ok
        /// Somebody has to look, and work goes on.
        case warning
        /// Work does not go on as it must.
        case failing
    }

    /// Stable, for programs: `seal`, `disk`.
    package let code: String
    package let name: Bilingual
    package let state: State
    /// What was found.
    package let value: Bilingual
    package let hint: Bilingual?

    package init(
        _ code: String, _ name: Bilingual, _ state: State, _ value: Bilingual,
        hint: Bilingual? = nil
    ) {
        self.code = code
        self.name = name
        self.state = state
        self.value = value
        self.hint = hint
    }
}

extension CheckupLine.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .ok: Bilingual("정상", "fine")
        case .warning: Bilingual("살펴봄", "look")
        case .failing: Bilingual("이상", "failing")
        }
    }
}
