/// 발송 상태.
package enum DeliveryState: String, Sendable, CaseIterable {
    /// To be sent, or to be tried again.
    case waiting
    case sent
    /// Tried in vain until there was no sense in it; a person must look.
    case givenUp = "given_up"
}
