/// 인쇄 실패. Why no PDF came of a page.
package enum PrintFailure: Error, Hashable, Sendable {
    /// No program is set.
    case noRenderer
    /// It is not where the setting says.
    case unstartable(program: String)
    case hung(seconds: Int)
    /// - `said`: its last line.
    case failed(said: String)
    case tooLarge(bytesMax: Int)
    /// As many are being made as may be at once.
    case busy
}

extension PrintFailure {
    /// What happened and how to mend it.
    package var text: Bilingual {
        switch self {
        case .noRenderer:
            Bilingual(
                "PDF를 만드는 프로그램이 설정되지 않았습니다. pdf.renderer를 chromium이나 weasyprint로"
                    + " 두거나, HWPX를 받거나 웹 화면에서 인쇄하십시오.",
                "No program that makes PDF is set. Set pdf.renderer to chromium or weasyprint, "
                    + "take HWPX, or print the page.")
        case .unstartable(let program):
            Bilingual(
                "\(program)을 실행할 수 없습니다. 설치하거나 pdf.program을 고치십시오.",
                "\(program) cannot be run. Install it, or mend pdf.program.")
        case .hung(let seconds):
            Bilingual(
                "PDF 프로그램이 \(seconds)초 안에 끝나지 않아 멈추었습니다. 다시 하거나 HWPX를 받으십시오.",
                "The PDF program did not end within \(seconds) s and was stopped. Try again, or "
                    + "take HWPX.")
        case .failed(let said):
            Bilingual(
                "PDF 프로그램이 만들지 못했습니다: \(said)", "The PDF program failed: \(said)")
        case .tooLarge(let bytesMax):
            Bilingual(
                "PDF가 \(bytesMax >> 20)MiB보다 큽니다. HWPX를 받으십시오.",
                "The PDF is larger than \(bytesMax >> 20) MiB. Take HWPX.")
        case .busy:
            Bilingual(
                "다른 PDF를 만들고 있습니다. 잠시 뒤 다시 하십시오.",
                "Other PDFs are being made. Try again shortly.")
        }
    }
}
