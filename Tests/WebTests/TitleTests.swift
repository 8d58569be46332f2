import Testing

@testable import Web

@Suite struct TitleTests {
    private func markup(_ title: String) -> String {
        var writer = MarkupWriter(capacity: 256)
        writer.title(title)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (
            "현황(2026. 11. 9.∼11. 15., 잠정)",
            """
            현황(<span class="number">2026. 11. 9.∼</span><wbr />\
            <span class="number">11. 15.</span>, 잠정)
            """
        ),
        (
            "summary (9-15 Nov 2026, final)",
            #"summary (<span class="number">9-15 Nov 2026</span>, final)"#
        ),
        ("현황(2026. 9. 18.)", #"현황(<span class="number">2026. 9. 18.</span>)"#),
    ])
    func `no line of a title ends within a day`(title: String, expected: String) {
        #expect(markup(title) == expected)
    }

    @Test(arguments: ["오늘", "상생 협약(안)", "A & B", "끝("])
    func `a title without days stands as it is`(title: String) {
        #expect(markup(title) == title.replacing("&", with: "&amp;"))
    }
}
