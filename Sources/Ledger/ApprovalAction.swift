package import Hometown

/// 승인할 일. What somebody asked for that a second person decides.
package enum ApprovalAction: String, Sendable, CaseIterable {
    case amend, reverse, `return`, restore
    /// Of a closed period.
    case reopen
    /// Of a report that is published.
    case file
}

extension ApprovalAction: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .amend: Bilingual("기부 정정", "Amend a donation")
        case .reverse: Bilingual("기부 취소", "Reverse a donation")
        case .return: Bilingual("기부 반환", "Return a donation")
        case .restore: Bilingual("기부 되살림", "Restore a donation")
        case .reopen: Bilingual("마감 재개", "Open a period again")
        case .file: Bilingual("요약 보고", "A report")
        }
    }
}
