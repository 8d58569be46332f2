import Foundation
import Testing

@testable import Web

@Suite struct AssetTests {
    private let css = String(decoding: Asset.stylesheet.bytes, as: UTF8.self)

    @Test func `The stylesheet is small, fetches nothing and is named by its bytes`() {
        // Fifteen for what is read and five for forms.
        #expect(Asset.stylesheet.bytes.count <= 20 * 1024)
        #expect(!css.contains("url("))
        #expect(!css.contains("@import"))
        #expect(Asset.stylesheet.path.hasPrefix("/assets/pumasi."))
        #expect(Asset.stylesheet.path.hasSuffix(".css"))
        #expect(Asset.stylesheet.etag.hasPrefix("\""))
        #expect(Asset.all.map(\.path).contains("/assets/summary.css"))
        #expect(Set(Asset.all.map(\.path)).count == Asset.all.count)
    }

    @Test func `the modules are small, and nothing but blanks and comments is left out of them`()
        throws
    {
        let modules = Asset.all.filter { $0.path.hasSuffix(".js") }
        #expect(modules.count == Asset.Module.allCases.count)
        #expect(modules.reduce(0) { $0 + $1.bytes.count } <= 15 * 1024)
        for module in modules {
            let text = String(decoding: module.bytes, as: UTF8.self)
            #expect(!text.contains("\n\n") && !text.contains("\n "), "\(module.path)")
            #expect(!text.contains("import ") && !text.contains("eval("), "\(module.path)")
        }
    }

    @Test(arguments: [
        ("// why\nconst a = 1; // here\n", "const a=1;"),
        ("f(`a  ${b} // c`, \"d  // e\");", "f(`a  ${b} // c`,\"d  // e\");"),
        ("x.match(/^a: (\\d+)\\/ {2}/g) ?? y / 2", "x.match(/^a: (\\d+)\\/ {2}/g)??y / 2"),
        ("if (a) return;\n  b()\n  c();\n", "if(a)return;b()\nc();"),
        ("/** Says. */\nfunction f(a, b) {\n  a += +b;\n}", "function f(a,b){a +=+b;}"),
        ("const a = [\n  1, 2,\n]\n  .map((x) => x);", "const a=[1,2,].map((x)=>x);"),
    ])
    func `a module is made smaller without being changed`(source: String, text: String) {
        let made = String(decoding: ScriptText(Array(source.utf8)).bytes, as: UTF8.self)
        #expect(made.trimmingCharacters(in: .newlines) == text)
    }

    /// WCAG 2.2, 1.4.3 and 1.4.6: 4.5 in the light scheme, 7 in the other.
    @Test(arguments: [
        ("text", "ground"), ("text", "tint"), ("text", "head"), ("subtle", "ground"),
        ("subtle", "tint"), ("subtle", "head"), ("head-text", "head"), ("head-text", "tint"),
        ("link", "ground"), ("link", "tint"), ("link", "head"), ("link-hover", "ground"),
        ("brand", "ground"), ("brand", "tint"),
        ("warning", "warning-tint"), ("warning", "ground"), ("success", "success-tint"),
        ("success", "ground"), ("ground", "success"), ("ground", "brand"),
        ("danger", "danger-tint"), ("danger", "ground"), ("ground", "link"),
        ("ground", "link-hover"), ("ground", "focus"), ("ground", "subtle"),
        ("ground", "danger"), ("warning", "tint"), ("success", "tint"),
    ])
    func `Text stands out from its ground in both schemes`(text: String, ground: String) throws {
        let (front, back) = (try token(text), try token(ground))
        #expect(contrast(front.light, back.light) >= 4.5)
        #expect(contrast(front.dark, back.dark) >= 7)
    }

    @Test func `Every token that is used is declared, and every declared one is used`() {
        let used = Set(css.matches(of: /var\(--pm-([a-z-]+)\)/).map { String($0.1) })
        let declared = Set(css.matches(of: /--pm-([a-z-]+):/).map { String($0.1) })
        #expect(used == declared)
    }

    private func token(_ name: String) throws -> (light: UInt32, dark: UInt32) {
        let pattern = try Regex("--pm-\(name):light-dark\\(#([0-9a-f]{6}),#([0-9a-f]{6})\\)")
        let match = try #require(css.firstMatch(of: pattern), "\(name)")
        let values = match.output.dropFirst().compactMap { part in
            part.substring.flatMap { UInt32($0, radix: 16) }
        }
        try #require(values.count == 2)
        return (values[0], values[1])
    }

    private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        let (light, dark) = (
            max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
        )
        return (light + 0.05) / (dark + 0.05)
    }

    private func luminance(_ colour: UInt32) -> Double {
        func part(_ shift: UInt32) -> Double {
            let value = Double(colour >> shift & 0xFF) / 255
            return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
}
