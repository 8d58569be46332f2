import Hometown
import Ledger
import Timetable
import Web

/// What the documents of the commands speak, by their members of `Web/Presenters`.
extension FieldWords {
    private static let dated = FieldWords(["date_precision": EventDate.Precision.self])

    private static let gift = dated.adding([
        "origin": Origin.self, "channel": Channel.self, "status": RecordedDonation.Status.self,
        "gift.kind": ReturnGift.Kind.self, "result": Check.Result.self,
        "basis": Residence.Basis.self,
    ])

    /// Of a donation and what was done to it.
    static let donation = gift.adding([
        "corrections.action": CorrectionAction.self,
        "corrections.state": RecordedCorrection.State.self,
        "changes.gift_kind": ReturnGift.Kind.self,
        "changes.residence_basis": Residence.Basis.self,
    ])

    /// Of what a correction would bring.
    static let foresight = gift.adding([
        "action": CorrectionAction.self, "waits_for": FourEyes.self,
        "state": Reciprocity.State.self, "people_balance": Reciprocity.Balance.self,
        "amount_balance": Reciprocity.Balance.self,
    ])

    static let approval = FieldWords([
        "kind": Entry.Kind.self, "action": ApprovalAction.self,
        "state": RecordedApproval.State.self, "changes.origin": Origin.self,
        "changes.channel": Channel.self, "changes.date_precision": EventDate.Precision.self,
        "changes.donor_kind": DonorKind.self,
        "changes.gift_kind": ReturnGift.Kind.self,
        "changes.residence_basis": Residence.Basis.self,
    ])

    static let agreement = dated.adding([
        "kind": AgreementDraft.Kind.self, "standing": AgreementStanding.self,
        "statuses.state": AgreementStatusDraft.State.self,
        "documents.kind": DocumentDraft.Kind.self,
    ])

    static let exchange = dated.adding([
        "occasion": ExchangeDraft.Occasion.self, "state": Reciprocity.State.self,
        "people_balance": Reciprocity.Balance.self,
        "amount_balance": Reciprocity.Balance.self,
    ])

    static let relay = dated.adding([
        "state": Nomination.State.self, "attribute": ChoiceDraft.Attribute.self,
        "nodes.kind": Entry.Kind.self,
    ])

    static let schedule = FieldWords([
        "job": Job.self, "rule": Cadence.self, "misfire": Schedule.Misfire.self,
        "overlap": Schedule.Overlap.self, "changes.action": RecordedScheduleChange.Action.self,
    ])

    static let receiver = FieldWords([
        "kind": Receiver.Kind.self, "changes.action": RecordedReceiverChange.Action.self,
    ])

    static let delivery = FieldWords(["kind": Receiver.Kind.self, "state": DeliveryState.self])

    static let period = FieldWords(["state": RecordedPeriod.State.self])
    static let fund = FieldWords(["figure": FundFigure.self])
    static let interest = FieldWords(["relation": Interest.Relation.self])
    static let government = FieldWords(["level": Government.Level.self])
    static let credit = FieldWords(["region": TaxCredit.Region.self])
}
