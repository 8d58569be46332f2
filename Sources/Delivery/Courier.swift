package import Hometown

/// 배달원. Hands a parcel to its receiver, whichever way that wants it. Every way may hang; none hangs
/// longer than its limit, and none holds up another receiver.
package struct Courier: Sendable {
    private let directory = DropDirectory()
    private let webhook: Webhook
    private let mail: Sendmail?

    /// - Parameter mail: `nil` where no sender's address is set.
    package init(webhook: Webhook, mail: Sendmail?) {
        self.webhook = webhook
        self.mail = mail
    }

    /// - Parameter secret: of the receiver, for signatures.
    /// - Returns: what the receiver answered, in short.
    package func deliver(
        _ parcel: Parcel, to receiver: Receiver, secret: WebhookSecret
    ) async throws(DeliveryFailure) -> String {
        switch receiver.kind {
        case .directory: return try await directory.put(parcel, into: receiver.address)
        case .webhook:
            return try await webhook.post(parcel, to: receiver.address, secret: secret)
        case .mail:
            guard let mail else { throw noSender }
            return try await mail.send(parcel, to: receiver.mailAddresses)
        }
    }

    private var noSender: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "보내는 주소가 없습니다. mail.from에 기관의 주소를 넣으십시오.",
                "There is no sender. Set mail.from to an address of the office."))
    }
}
