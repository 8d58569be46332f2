package import Hometown

/// 접속기록 한 줄. Who did what with whose data, and from where: the five facts that the safety
/// standard asks for (개인정보의 안전성 확보조치 기준, Art. 8), the fifth being the time.
package struct Access: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case signedIn = "signed_in"
        case signInRefused = "sign_in_refused"
        case signInLocked = "sign_in_locked"
        case signedOut = "signed_out"
        /// The first request of the hour of an author from an address.
        case connected
        /// Somebody known asked for what his role may not have.
        case denied
        case read
        case exportBegun = "export_begun"
        /// A part of an export, written down before it leaves.
        case exported
        /// 원장 검증. What came of it stands in the scope.
        case verified
        /// 접속기록 파기, by the owner of the database.
        case discarded
    }

    /// Of one row; more subjects take more rows.
    package static let subjectsMax = 500
    private static let addressCharactersMax = 64
    /// Of a scope and of a reason.
    package static let textCharactersMax = 500

    package let action: Action
    /// `nil` only for somebody who did not get in, and for the owner of the database.
    package let author: Identifier?
    package let address: String?
    /// Of what kind the subjects are; `nil` without any.
    package let kind: Entry.Kind?
    /// The things whose data was shown.
    package let subjects: [Identifier]
    package let subjectCount: Int
    /// What was asked for: an address with its filters, a command.
    package let scope: String?
    package let reason: String?

    /// - Parameter count: where the subjects are counted and not named.
    package init(
        _ action: Action, author: Identifier?, address: String?, kind: Entry.Kind? = nil,
        subjects: [Identifier] = [], count: Int = 0, scope: String? = nil, reason: String? = nil
    ) {
        precondition(subjects.count <= Access.subjectsMax, "a row has so many subjects at most")
        self.action = action
        self.author = author
        self.address = address.flatMap { Access.plain($0, Access.addressCharactersMax) }
        self.kind = kind
        self.subjects = subjects
        subjectCount = max(count, subjects.count)
        self.scope = scope.flatMap { Access.plain($0, Access.textCharactersMax) }
        self.reason = reason.flatMap { Access.plain($0, Access.textCharactersMax) }
    }

    /// A text that the log takes whatever somebody sent: without resident numbers and control
    /// characters, cut; `nil` for an empty one. One row that the database refused would keep all
    /// behind it waiting.
    private static func plain(_ text: String, _ charactersMax: Int) -> String? {
        let scalars = ResidentNumber.redacting(text).unicodeScalars
            .filter { $0.properties.generalCategory != .control }
        let cut = String(String.UnicodeScalarView(scalars.prefix(charactersMax)))
        return cut.isEmpty ? nil : cut
    }

    /// What the ledger holds of it while it waits, one for itself and one for each subject.
    var weight: Int { 1 + subjects.count }

    /// Ids, and nothing that somebody typed: for a log that is not the access log.
    package var summary: String {
        let words = [
            action.rawValue, author?.description ?? "-", address ?? "-", kind?.rawValue ?? "-",
            "\(subjectCount)",
        ]
        return (words + subjects.map(\.description)).joined(separator: " ")
    }
}

/// A row with its time and its id, which stay whatever becomes of the first attempt to write it.
struct StampedAccess: Hashable, Sendable {
    let at: Instant
    let id: Identifier
    let access: Access
}

extension Access.Action: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .signedIn: Bilingual("로그인", "signed in")
        case .signInRefused: Bilingual("로그인 실패", "sign-in refused")
        case .signInLocked: Bilingual("로그인 잠김", "sign-in locked")
        case .signedOut: Bilingual("로그아웃", "signed out")
        case .connected: Bilingual("접속", "connected")
        case .denied: Bilingual("권한 없음", "denied")
        case .read: Bilingual("열람", "read")
        case .exportBegun: Bilingual("내려받기 시작", "export begun")
        case .exported: Bilingual("내려받기", "exported")
        case .verified: Bilingual("원장 검증", "verified")
        case .discarded: Bilingual("접속기록 파기", "access log discarded")
        }
    }
}
