/// What can be wrong with a part of an office file that is XML.
extension FileFault {
    /// Whether it is the markup that is wrong, and not the archive around it.
    var isOfXML: Bool { code.hasPrefix("xml_") }

    static func xmlMalformed(_ part: String) -> FileFault {
        FileFault(
            "xml_malformed",
            "파일 안의 \(part)을(를) 읽을 수 없습니다. 스프레드시트에서 열어 다시 저장하십시오.",
            "\(part) inside the file cannot be read. Open it in a spreadsheet program and save it "
                + "again.")
    }

    static func xmlTagTooLong(_ part: String) -> FileFault {
        FileFault(
            "xml_tag_too_long",
            "파일 안의 \(part)에 1 MiB보다 긴 요소가 있습니다. 값만 새 문서에 붙여 넣어 저장하십시오.",
            "\(part) inside the file has an element longer than 1 MiB. Paste the values into a new "
                + "workbook.")
    }

    static func xmlDocumentType(_ part: String) -> FileFault {
        FileFault(
            "xml_document_type",
            "파일 안의 \(part)에 허용하지 않는 DTD 선언이 있습니다. 스프레드시트에서 다시 저장하십시오.",
            "\(part) inside the file declares a document type, which is not taken. Save it again "
                + "with a spreadsheet program.")
    }

    static func xmlEncoding(_ part: String) -> FileFault {
        FileFault(
            "xml_encoding",
            "파일 안의 \(part)이(가) UTF-8이 아닙니다. 스프레드시트에서 다시 저장하십시오.",
            "\(part) inside the file is not UTF-8. Save it again with a spreadsheet program.")
    }
}
