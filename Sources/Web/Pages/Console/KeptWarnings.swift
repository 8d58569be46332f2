import Hometown
import Ledger

extension ProofAnswer {
    /// 주의. What was found in judging the entry and is kept with it.
    var warnings: [Warning.Code] {
        switch self {
        case .unknown: []
        case .unpublished(let receipt): receipt.warnings.compactMap(Warning.Code.init)
        case .proven(let proof): proof.receipt.warnings.compactMap(Warning.Code.init)
        }
    }
}

extension Phrases {
    /// A warning as the entry keeps it: by its name alone.
    subscript(warning: Warning.Code) -> String {
        switch warning {
        case .possibleDuplicate:
            self("같은 내용의 기부가 먼저 있었습니다.", "The same donation was there before.")
        case .barOnPredecessor:
            self("통합 전 지자체의 제한 기간입니다.", "A predecessor was barred on this day.")
        case .channelBeforeOpening: text(Warning.channelBeforeOpening.text)
        case .noResidenceInKorea: text(Warning.noResidenceInKorea.text)
        case .participationBeforeNomination: text(Warning.participationBeforeNomination.text)
        case .overCapTogether: text(Warning.overCapTogether.text)
        }
    }
}
