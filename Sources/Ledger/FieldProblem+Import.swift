import Hometown

/// What is wrong with a row as a row of its list.
extension FieldProblem {
    static var rowRepeated: FieldProblem {
        FieldProblem(
            field: DonationColumn.rowID.name, code: "row_repeated",
            text: Bilingual(
                "같은 행 식별자가 두 번 있습니다. 새 행이면 식별자를 비우십시오.",
                "The same row id stands twice. Empty it if the row is a new one."))
    }

    static var rowDiffers: FieldProblem {
        FieldProblem(
            field: DonationColumn.rowID.name, code: "row_differs",
            text: Bilingual(
                "이 식별자로 등록된 기부와 내용이 다릅니다. 등록된 기부는 정정으로 고치십시오.",
                "It differs from the donation recorded under this id. Correct that instead."))
    }

    static var rowIsStep: FieldProblem {
        FieldProblem(
            field: DonationColumn.kind.name, code: "row_is_step",
            text: Bilingual(
                "취소·반환·되살림의 행인데 그 기부의 행이 앞에 없습니다. 등록된 기부라면 정정으로 기록하십시오.",
                "It tells of a reversal, return or restoration, and its donation stands in no row "
                    + "before it. Record a correction of the donation instead."))
    }

    static var rowSettled: FieldProblem {
        FieldProblem(
            field: DonationColumn.status.name, code: "row_settled",
            text: Bilingual(
                "내려받은 원장에서 취소·반환되었거나 정정된 기부라서 등록하지 않습니다. 행을 지우십시오.",
                "It was reversed, returned or amended in the ledger it comes from and is not "
                    + "recorded anew. Delete the row."))
    }

    /// What is recorded all the same is no field's fault.
    init(_ warning: Warning) {
        self.init(field: "", code: warning.code.rawValue, text: warning.text)
    }
}
