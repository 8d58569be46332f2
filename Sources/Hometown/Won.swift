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
    package static func + (left: Won, right: Won) -> Won {
        Won(left.amount + right.amount)
    }

    package static func - (left: Won, right: Won) -> Won {
        Won(left.amount - right.amount)
    }
}
