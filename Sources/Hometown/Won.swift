/// 원. An amount of money in whole won. Undisclosed amounts are `nil`, never zero.
package struct Won: Hashable, Sendable {
    package let amount: Int64

    package init(_ amount: Int64) {
        self.amount = amount
    }

    package static let zero = Won(0)
}

extension Won: Comparable {
    package static func < (left: Won, right: Won) -> Bool {
        left.amount < right.amount
    }
}

extension Won: AdditiveArithmetic {
    /// More than there is is all there is: whoever reports absurd amounts ends no sum of others.
    package static func + (left: Won, right: Won) -> Won {
        let (sum, overflows) = left.amount.addingReportingOverflow(right.amount)
        return Won(overflows ? (right.amount < 0 ? .min : .max) : sum)
    }

    package static func - (left: Won, right: Won) -> Won {
        let (difference, overflows) = left.amount.subtractingReportingOverflow(right.amount)
        return Won(overflows ? (right.amount < 0 ? .max : .min) : difference)
    }
}
