/// How a summary looks on a screen and on paper. Every page holds it, so that a copy in a folder or
/// a mailbox looks as it does here and prints without any other file.
package enum SummaryStylesheet {
    /// Where the pages of renderers 1 to 3 expect it: they were filed without it and stay as they
    /// are.
    package static let path = "/assets/summary.css"

    private static let link = Array(#"<link rel="stylesheet" href="\#(path)">"#.utf8)
    private static let opening = Array("<style>".utf8)
    private static let closing = Array("</style>".utf8)

    /// As a page holds it.
    static let element = "<style>\n\(text)</style>"

    /// The stylesheet that a filed page holds, without the tags around it. It stands before
    /// anything that somebody typed, so the first one is ours.
    /// - Returns: `nil` for a page of renderers 1 to 3, and for what is no page.
    package static func held(by page: [UInt8]) -> [UInt8]? {
        guard let start = page.firstRange(of: opening)?.upperBound,
            let end = page[start...].firstRange(of: closing)?.lowerBound
        else { return nil }
        return Array(page[start..<end])
    }

    /// A filed page for whoever prints it without us: as it is, and with today's stylesheet where
    /// it was filed without one.
    package static func whole(_ page: [UInt8]) -> [UInt8] {
        page.replacing(link, with: Array(element.utf8), maxReplacements: 1)
    }

    package static let text = """
        :root { color: #1e2124; background: #ffffff; }
        body {
          margin: 0 auto; max-width: 60rem; padding: 1.5rem;
          font: 1rem/1.6 "Pretendard GOV", "Pretendard", "Noto Sans KR", "Noto Sans CJK KR",
            "NanumGothic", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
          font-variant-numeric: tabular-nums; word-break: keep-all; overflow-wrap: anywhere;
        }
        p { margin: 0; }
        h1 {
          font-size: 1.5rem; line-height: 1.35; text-align: center; text-wrap: balance;
          margin: 0 0 1rem;
        }
        .when { display: inline-block; }
        h2 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; }
        .gist { border: 1px solid #58616a; border-radius: 4px; padding: 0.5rem 1rem; }
        .gist .label { font-weight: 700; color: #063a74; }
        .gist .keywords {
          border-top: 1px solid #cdd1d5; margin-top: 0.375rem; padding-top: 0.375rem;
        }
        ul { list-style: none; margin: 0; padding: 0 0 0 1rem; }
        li p { padding-left: 1.25rem; text-indent: -1.25rem; }
        li .detail, li .note { padding-left: 2.5rem; text-indent: -1rem; }
        .table { margin-top: 1.25rem; overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
        caption { text-align: left; font-weight: 700; padding-bottom: 0.25rem; }
        .unit { float: right; font-weight: 400; font-size: 0.875rem; }
        th, td { border: 1px solid #58616a; padding: 0.25rem 0.5rem; text-align: left; }
        th { font-weight: 400; }
        thead th { background: #eef2f7; color: #063a74; font-weight: 700; text-align: center; }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #1e2124; }
        td.number { text-align: right; white-space: nowrap; }
        .chart { display: block; width: 100%; max-width: 40rem; margin: 0.75rem 0 0; }
        .chart text { font-size: 13px; fill: #1e2124; }
        .chart rect { fill: #8a949e; }
        .chart path { stroke: #1e2124; }
        .end { margin: 1rem 0; }
        .provenance {
          display: flex; gap: 0.75rem; align-items: center; border-top: 1px solid #cdd1d5;
          padding-top: 0.5rem; color: #464c53; font-size: 0.8125rem; line-height: 1.45;
        }
        .provenance svg { flex: none; width: 6rem; height: 6rem; }
        @media print {
          @page {
            size: A4; margin: 20mm 20mm 16mm;
            @bottom-center { content: "- " counter(page) " -"; font-size: 9pt; }
          }
          body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.36; }
          h1 { font-size: 16pt; margin-bottom: 0.5rem; }
          h2 { font-size: 11.5pt; margin: 0.4rem 0 0.15rem; }
          .attachment { break-before: page; }
          .attachment h2 { margin-top: 0; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          tr, li, .gist, .chart, .provenance, table { break-inside: avoid; }
          .chart { break-before: avoid; max-width: 130mm; }
          h2, caption { break-after: avoid; }
          thead { break-after: avoid; }
          .table { overflow: visible; margin-top: 0.6rem; }
          .end { margin: 0.5rem 0; }
          .provenance svg { width: 16mm; height: 16mm; }
          table { font-size: 8.5pt; width: calc(100% - 1px); }
          .unit, .provenance { font-size: 8pt; }
          th, td { padding: 0.15rem 0.4rem; }
        }

        """
}
