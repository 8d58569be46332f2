package import Hometown

/// 발송 상태.
package enum DeliveryState: String, Sendable, CaseIterable {
    /// To be sent, or to be tried again.
    case waiting
    case sent
    /// Tried in vain until there was no sense in it; a person must look.
    case givenUp = "given_up"
}

extension DeliveryState: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .waiting: Bilingual("보낼 것", "waiting")
        case .sent: Bilingual("보냄", "sent")
        case .givenUp: Bilingual("그만둠", "given up")
        }
    }
}
