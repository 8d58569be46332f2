import Hometown

/// A donation waiting to be recorded. It goes from hand to hand, and a draft has dozens of texts.
final class PendingDonation: Sendable {
    let request: Request
    let fingerprint: Identifier
    let draft: DonationDraft

    init(request: Request, fingerprint: Identifier, draft: DonationDraft) {
        self.request = request
        self.fingerprint = fingerprint
        self.draft = draft
    }
}
