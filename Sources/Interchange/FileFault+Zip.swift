/// What can be wrong with a ZIP file, and with office files, which are ZIP files.
extension FileFault {
    static let zipTooLargeToWrite = FileFault(
        "zip_too_large_to_write",
        "파일이 4 GiB를 넘어 쓸 수 없습니다. 기간을 나누어 내보내거나 CSV를 쓰십시오.",
        "The file would pass 4 GiB. Export a shorter period, or choose CSV.")

    static func zipTooLarge(_ limits: ZipLimits) -> FileFault {
        let mebibytes = limits.zipBytesMax >> 20
        return FileFault(
            "zip_too_large",
            "파일이 \(mebibytes) MiB보다 큽니다. 나누거나 CSV로 저장하십시오.",
            "The file is larger than \(mebibytes) MiB. Split it, or save it as CSV.")
    }

    static let zipNotOne = FileFault(
        "zip_not_one",
        "ZIP 형식의 파일이 아닙니다. XLSX로 다시 저장하거나 CSV를 쓰십시오.",
        "This is no ZIP file. Save it again as XLSX, or choose CSV.")

    static let zipOldOffice = FileFault(
        "zip_old_office",
        "옛 형식(.xls)이거나 암호가 걸린 파일입니다. 암호를 풀고 .xlsx로 다시 저장하십시오.",
        "This is an old office file (.xls) or one with a password. "
            + "Remove the password and save it as .xlsx.")

    static let zipTruncated = FileFault(
        "zip_truncated",
        "파일의 끝이 없습니다. 전송이 끊겼을 수 있으니 원본을 다시 올리십시오.",
        "The end of the file is missing. The transfer may have broken off; send it again.")

    static let zipEncrypted = FileFault(
        "zip_encrypted",
        "암호가 걸린 파일입니다. 암호를 풀고 다시 저장하십시오.",
        "The file is encrypted. Remove the password and save it again.")

    static let zip64 = FileFault(
        "zip_zip64",
        "ZIP64 형식은 읽지 않습니다. 파일을 나누거나 CSV로 저장하십시오.",
        "Files of the form ZIP64 are not read. Split the file, or save it as CSV.")

    static let zipManyDisks = FileFault(
        "zip_many_disks",
        "여러 조각으로 나뉜 ZIP 파일입니다. 하나의 파일로 다시 저장하십시오.",
        "The ZIP file is split into pieces. Save it as one file.")

    static func zipManyParts(_ limits: ZipLimits) -> FileFault {
        FileFault(
            "zip_many_parts",
            "파일 안에 부분이 \(limits.partsMax)개보다 많습니다. 새 통합 문서에 값만 붙여 넣어 저장하십시오.",
            "The file has more than \(limits.partsMax) parts. Paste the values into a new workbook."
        )
    }

    /// Directory and parts contradict each other.
    static func zipDamaged(_ part: String) -> FileFault {
        FileFault(
            "zip_damaged",
            "파일이 손상되었습니다(\(named(part, "목록"))). 원본을 열어 다시 저장하십시오.",
            "The file is damaged (\(named(part, "directory"))). "
                + "Open the original and save it again."
        )
    }

    static func zipOverlapping(_ part: String) -> FileFault {
        FileFault(
            "zip_overlapping",
            "파일의 부분이 서로 겹칩니다(\(named(part, "목록"))). 원본을 열어 다시 저장하십시오.",
            "Parts of the file overlap (\(named(part, "directory"))). "
                + "Open the original and save it again.")
    }

    static func zipName(_ part: String) -> FileFault {
        FileFault(
            "zip_name",
            "파일 안의 이름을 받아들일 수 없습니다(\(named(part, "읽을 수 없음"))). "
                + "원본을 열어 다시 저장하십시오.",
            "A name inside the file is not acceptable (\(named(part, "unreadable"))). "
                + "Open the original and save it again.")
    }

    static func zipMethod(_ part: String) -> FileFault {
        FileFault(
            "zip_method",
            "알 수 없는 압축 방식입니다(\(named(part, ""))). 스프레드시트에서 다시 저장하십시오.",
            "The compression is unknown (\(named(part, ""))). "
                + "Save the file with a spreadsheet program."
        )
    }

    static func zipBomb(_ part: String, _ limits: ZipLimits) -> FileFault {
        let mebibytes = limits.unpackedBytesMax >> 20
        let ratio = limits.ratioMax
        return FileFault(
            "zip_bomb",
            "압축을 풀면 너무 커집니다(\(named(part, "전체")); 한도 \(mebibytes) MiB, \(ratio)배). "
                + "빈 서식을 지우고 다시 저장하거나 나누십시오.",
            "Unpacked, the file is too large (\(named(part, "in all")); "
                + "at most \(mebibytes) MiB and "
                + "\(ratio) times its size). Remove empty formatting, or split it.")
    }

    /// Names come from outside: shortened, and without characters that could deceive a reader.
    private static func named(_ part: String, _ otherwise: String) -> String {
        let plain = part.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let text = String(String.UnicodeScalarView(plain.prefix(80)))
        return text.isEmpty ? otherwise : text
    }
}
