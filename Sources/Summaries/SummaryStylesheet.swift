/// How a summary looks on a screen and on paper. Served beside the pages; a page is complete
/// without it.
package enum SummaryStylesheet {
    /// Where the pages expect it.
    package static let path = "/assets/summary.css"

    package static let text = """
        :root { color: #1e2124; background: #ffffff; }
        body {
          margin: 0 auto; max-width: 60rem; padding: 1.5rem;
          font: 1rem/1.6 "Pretendard GOV", "Pretendard", "Noto Sans KR", "Noto Sans CJK KR",
            "NanumGothic", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif;
          font-variant-numeric: tabular-nums; word-break: keep-all; overflow-wrap: anywhere;
        }
        h1 { font-size: 1.5rem; text-align: center; margin: 0 0 1rem; }
        h2 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; }
        h2::before { content: "□ "; }
        .gist { border: 1px solid #58616a; border-radius: 4px; padding: 0.5rem 1rem; margin: 0; }
        .gist dt { font-weight: 700; color: #063a74; }
        .gist dd { margin: 0 0 0.25rem 1rem; }
        ul { list-style: none; margin: 0; padding: 0 0 0 1rem; }
        li { padding-left: 1.25rem; text-indent: -1.25rem; }
        li::before { content: "○ "; }
        .detail, .note { display: block; padding-left: 2.5rem; }
        .detail::before { content: "- "; }
        .note::before { content: "※ "; }
        .table { margin-top: 1.25rem; overflow-x: auto; }
        .unit { margin: 0; text-align: right; font-size: 0.875rem; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
        caption { text-align: left; font-weight: 700; padding-bottom: 0.25rem; }
        th, td { border: 1px solid #58616a; padding: 0.25rem 0.5rem; text-align: left; }
        th { font-weight: 400; }
        thead th { background: #eef2f7; color: #063a74; font-weight: 700; }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #1e2124; }
        .number { text-align: right; }
        .end { margin: 1rem 0; }
        .provenance {
          border-top: 1px solid #cdd1d5; padding-top: 0.5rem; color: #464c53;
          font-size: 0.8125rem;
        }
        .provenance p { margin: 0; }
        @media print {
          @page {
            size: A4; margin: 30mm 20mm 15mm;
            @bottom-center { content: "- " counter(page) " -"; }
          }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          thead { display: table-header-group; }
          tfoot { display: table-row-group; }
          tr, li, .gist { break-inside: avoid; }
          h2, caption { break-after: avoid; }
          .table { overflow: visible; }
        }

        """
}
