import Testing

@testable import Web

/// What a field tells whoever hears the page.
@Suite struct EntryFieldTests {
    @Test(arguments: [
        (EntryField.Control.text, "<input type=\"text\""), (.box, "<input type=\"checkbox\""),
        (.choice([("a", "가")]), "<select"), (.radios([("a", "가")]), "<fieldset"),
    ])
    func `help and errors belong to their field`(control: EntryField.Control, tag: String) {
        var field = EntryField("origin", "구분", control)
        field.help = "도움말"
        field.errors = ["고르십시오."]
        var writer = MarkupWriter(capacity: 1_024)
        field.write(to: &writer)
        let markup = String(decoding: writer.bytes, as: UTF8.self)
        let start = markup.split(separator: tag).last?.prefix { $0 != ">" } ?? ""
        #expect(start.contains("aria-describedby=\"f-origin-error f-origin-help\""), "\(markup)")
        #expect(markup.contains("id=\"f-origin-error\"") && markup.contains("id=\"f-origin-help\""))
    }
}
