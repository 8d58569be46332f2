/// What can be wrong with a workbook.
extension FileFault {
    static let workbookNotOne = FileFault(
        "workbook_not_one",
        "XLSX 통합 문서가 아닙니다. 스프레드시트에서 .xlsx로 저장하거나 CSV를 쓰십시오.",
        "This is no XLSX workbook. Save it as .xlsx with a spreadsheet program, or choose CSV.")

    static let workbookBinary = FileFault(
        "workbook_binary",
        "이진 통합 문서(.xlsb)는 읽지 않습니다. .xlsx로 다시 저장하십시오.",
        "Binary workbooks (.xlsb) are not read. Save it as .xlsx.")

    static let workbookOtherOffice = FileFault(
        "workbook_other_office",
        "스프레드시트가 아닌 문서입니다(ODF, HWPX 등). .xlsx로 저장하십시오.",
        "This is another kind of document (ODF, HWPX …). Save it as .xlsx.")

    static let workbookWithoutSheet = FileFault(
        "workbook_without_sheet",
        "통합 문서에 표 시트가 없습니다. 자료를 시트에 넣어 저장하십시오.",
        "The workbook has no sheet of cells. Put the data on one and save it.")

    static func workbookUnknownSheet(_ names: [String]) -> FileFault {
        let list = names.prefix(20).joined(separator: ", ")
        return FileFault(
            "workbook_unknown_sheet",
            "그런 이름의 시트가 없습니다. 있는 시트: \(list)",
            "There is no sheet of that name. The workbook has: \(list)")
    }

    static func workbookPartMissing(_ part: String) -> FileFault {
        FileFault(
            "workbook_part_missing",
            "파일 안에 \(part)이(가) 없습니다. 스프레드시트에서 다시 저장하십시오.",
            "\(part) is missing inside the file. Save it again with a spreadsheet program.")
    }

    /// A file within that cannot be looked into.
    static func workbookEmbedded(_ part: String) -> FileFault {
        FileFault(
            "workbook_embedded",
            "시트에 넣은 문서(\(part))를 열 수 없습니다. 그 문서를 지우거나 값만 새 통합 문서에 "
                + "붙여 넣어 저장하십시오.",
            "The document \(part) that lies on a sheet cannot be opened. Delete it, or paste the "
                + "values into a new workbook.")
    }

    static func workbookManyRows(_ sheet: String, _ limits: WorkbookLimits) -> FileFault {
        FileFault(
            "workbook_many_rows",
            "시트 \(sheet)의 행이 \(limits.rowsMax)개를 넘습니다. 나누거나 CSV로 저장하십시오.",
            "Sheet \(sheet) has more than \(limits.rowsMax) rows. Split it, or save it as CSV.")
    }

    static func workbookManyColumns(
        _ sheet: String, _ cell: CellReference, _ limits: WorkbookLimits
    ) -> FileFault {
        FileFault(
            "workbook_many_columns",
            "시트 \(sheet)의 \(cell.text) 셀이 \(limits.columnsMax)열을 넘습니다. 쓰지 않는 열을 지우십시오.",
            "Cell \(cell.text) of sheet \(sheet) lies beyond column \(limits.columnsMax). Remove "
                + "the columns that are not needed.")
    }

    static func workbookLongCell(
        _ sheet: String, _ cell: CellReference, _ limits: WorkbookLimits
    ) -> FileFault {
        FileFault(
            "workbook_long_cell",
            "시트 \(sheet)의 \(cell.text) 셀이 \(limits.cellUnitsMax)자나 "
                + "\(limits.cellBytesMax)바이트보다 깁니다. 내용을 줄이십시오.",
            "Cell \(cell.text) of sheet \(sheet) is longer than \(limits.cellUnitsMax) characters "
                + "or \(limits.cellBytesMax) bytes. Shorten it.")
    }

    static func workbookLongText(_ limits: WorkbookLimits) -> FileFault {
        FileFault(
            "workbook_long_cell",
            "\(limits.cellBytesMax)바이트보다 긴 셀이 있습니다. 내용을 줄이십시오.",
            "A cell is longer than \(limits.cellBytesMax) bytes. Shorten it.")
    }

    static func workbookMuchText(_ sheet: String, _ limits: WorkbookLimits) -> FileFault {
        let mebibytes = limits.zip.unpackedBytesMax >> 20
        return FileFault(
            "workbook_much_text",
            "시트 \(sheet)의 글이 모두 \(mebibytes) MiB를 넘습니다. 되풀이되는 긴 글을 지우거나 나누십시오.",
            "The cells of sheet \(sheet) hold more than \(mebibytes) MiB of text. Remove long "
                + "texts that repeat, or split it.")
    }

    static func workbookManyMerges(_ sheet: String, _ limits: WorkbookLimits) -> FileFault {
        FileFault(
            "workbook_many_merges",
            "시트 \(sheet)의 병합된 셀이 \(limits.mergesMax)곳을 넘습니다. 병합을 푸십시오.",
            "Sheet \(sheet) has more than \(limits.mergesMax) merged cells. Split them.")
    }

    static func workbookManyStrings(_ limits: WorkbookLimits) -> FileFault {
        FileFault(
            "workbook_many_strings",
            "통합 문서의 문자열이 \(limits.stringsMax)개를 넘습니다. 쓰지 않는 시트를 지우거나 나누십시오.",
            "The workbook has more than \(limits.stringsMax) texts. Remove the sheets that are not "
                + "needed, or split it.")
    }

    static func workbookLargeTable(_ part: String, _ limits: WorkbookLimits) -> FileFault {
        FileFault(
            "workbook_large_table",
            "파일 안의 \(part)이(가) \(limits.tableBytesMax)바이트보다 큽니다. "
                + "값만 새 통합 문서에 붙여 넣어 저장하십시오.",
            "\(part) inside the file is larger than \(limits.tableBytesMax) bytes. Paste the "
                + "values into a new workbook.")
    }

    /// A row or cell that stands before the one it follows, or nowhere.
    static func workbookDisorder(_ sheet: String, row: Int) -> FileFault {
        FileFault(
            "workbook_disorder",
            "시트 \(sheet)의 \(row)행 뒤에서 행이나 셀의 차례가 어긋납니다. 스프레드시트에서 다시 저장하십시오.",
            "Rows or cells of sheet \(sheet) are out of order after row \(row). Save it again with "
                + "a spreadsheet program.")
    }

    static func workbookBrokenCell(_ sheet: String, _ cell: CellReference) -> FileFault {
        FileFault(
            "workbook_broken_cell",
            "시트 \(sheet)의 \(cell.text) 셀이 파일에 없는 문자열을 가리킵니다. 스프레드시트에서 다시 저장하십시오.",
            "Cell \(cell.text) of sheet \(sheet) points at a text the file does not have. Save it "
                + "again with a spreadsheet program.")
    }

    static let workbookFull = FileFault(
        "workbook_full",
        "시트 하나에는 1,048,576행까지만 쓸 수 있습니다. 기간을 나누거나 CSV로 내보내십시오.",
        "A sheet ends at row 1,048,576. Export a shorter period, or choose CSV.")

    static func workbookTextTooLongToWrite(_ cell: CellReference) -> FileFault {
        FileFault(
            "workbook_text_too_long_to_write",
            "\(cell.text) 셀의 글이 32,767자를 넘어 XLSX에 쓸 수 없습니다. CSV로 내보내십시오.",
            "The text for cell \(cell.text) passes 32,767 characters, which XLSX cannot hold. "
                + "Choose CSV.")
    }
}
