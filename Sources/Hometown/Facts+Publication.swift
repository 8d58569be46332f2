extension Facts {
    /// 모금·사용 결과. What became of the money of a year, as the office's documents say, what had to
    /// be given back, and how the costs stand to the limits of the law (Act 11, 13; Decree 7, 9).
    package struct Publication: Hashable, Sendable {
        /// One figure that somebody typed in from a document.
        package struct Line: Hashable, Sendable {
            package let figure: FundFigure
            /// Purpose or title, where the figure has one.
            package let name: Bilingual?
            package let amount: Won?
            package let note: String?
            /// 근거 문서.
            package let document: String
            /// 지정기부 사업. What a use was for, where its figure names a project.
            package let project: Project?

            package init(
                figure: FundFigure, name: Bilingual?, amount: Won?, note: String?,
                document: String, project: Project? = nil
            ) {
                self.figure = figure
                self.name = name
                self.amount = amount
                self.note = note
                self.document = document
                self.project = project
            }
        }

        /// A project by its number for people, `PJ`, and its name.
        package struct Project: Hashable, Sendable {
            package let number: String
            package let name: Bilingual

            package init(number: String, name: Bilingual) {
                self.number = number
                self.name = name
            }
        }

        /// 반환 (Act 14): donations of the year that went back, by ground, with what was paid out.
        package struct Return: Hashable, Sendable {
            package let ground: ReturnGround
            package var tally: Tally

            package init(ground: ReturnGround, tally: Tally) {
                self.ground = ground
                self.tally = tally
            }
        }

        /// 공개 진행. How far a year's publication is.
        package enum Progress: String, Sendable, CaseIterable {
            /// Nothing was filed.
            case missing
            /// 잠정: filed while days of the year were open.
            case draft
            /// 반려: a second person turned it down.
            case rejected
            /// 확정: filed once every day was closed.
            case final
            /// 승인: a second person approved it.
            case approved

            /// Whether nobody need be reminded of it.
            package var isDone: Bool { self == .final || self == .approved }
        }

        /// Of a reminder alone.
        package var progress: Progress?
        /// 공개 지자체. Whose receipts they are.
        package var government: Party?
        /// 공표로 알게 된 기부. Gifts of the year to it that only others told of: in no receipts.
        package var heard = Tally()
        /// In the order of Decree 9(1).
        package let lines: [Line]
        /// In the order of the grounds; those that occurred.
        package var returns: [Return]
        /// 모집 비용 한도. What costs of collecting may not exceed (Act 11(3), Decree 7(2)); `nil`
        /// where it would betray receipts that are covered.
        package var collectionCostLimit: Won?
        /// 답례품 비용 한도. What gifts may cost since 21 August 2024 (Act 11(4), Decree 7(3)); `nil`
        /// for a year before, or where it would betray receipts that are covered.
        package var giftCostLimit: Won?

        /// The first year whose gifts have a limit.
        private static let giftLimitSince = 2024

        /// - Parameters:
        ///   - receipts: of the year.
        ///   - before: of the year before.
        package init(year: Int, lines: [Line], returns: [Return], receipts: Won, before: Won) {
            let order = FundFigure.published
            self.lines = order.flatMap { figure in lines.filter { $0.figure == figure } }
            self.returns = returns
            collectionCostLimit = Publication.collectionCostLimit(before: before)
            giftCostLimit = Publication.giftCostLimit(year: year, receipts: receipts)
        }

        /// The sum of what was typed in; `nil` where nothing was.
        package func sum(of figure: FundFigure) -> Won? {
            let amounts = lines.filter { $0.figure == figure }.compactMap(\.amount)
            return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
        }

        /// A share of the receipts of the year before, by the size of that whole sum: the share
        /// falls in steps, and so does the limit. In whole won.
        package static func collectionCostLimit(before: Won) -> Won {
            let percent: Int64 =
                switch before.amount {
                case ...1_000_000_000: 15
                case ...10_000_000_000: 13
                case ...20_000_000_000: 12
                default: 10
                }
            // In this order nothing overflows, and the remainder is not lost.
            return Won(before.amount / 100 * percent + before.amount % 100 * percent / 100)
        }

        /// A share of the receipts of the same year; `nil` for a year before there was a limit.
        package static func giftCostLimit(year: Int, receipts: Won) -> Won? {
            year >= giftLimitSince ? ReturnGift.limit(for: receipts) : nil
        }
    }
}
