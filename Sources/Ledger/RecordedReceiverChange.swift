package import Hometown

/// 수신처 변경 기록. Somebody added a receiver, switched it or renewed its secret.
package struct RecordedReceiverChange: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case added
        case switchedOn = "switched_on"
        case switchedOff = "switched_off"
        case secretRenewed = "secret_renewed"
    }

    package let action: Action
    package let note: String?
    package let author: String
    package let changedAt: Instant
}

extension RecordedReceiverChange.Action: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .added: Bilingual("더함", "added")
        case .switchedOn: Bilingual("켬", "switched on")
        case .switchedOff: Bilingual("끔", "switched off")
        case .secretRenewed: Bilingual("비밀키 바꿈", "secret renewed")
        }
    }
}
