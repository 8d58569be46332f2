/// Writes HWPX (KS X 6101): a ZIP file with XML parts, stored, in a fixed order. The same document
/// gives the same bytes: no clock, no random ids; ids are positions.
package enum HWPXWriter {
    package static func bytes(of document: HWPXDocument) throws -> [UInt8] {
        var zip = ZipWriter([UInt8]())
        for part in parts(of: document) { try zip.add(part.name, Array(part.text.utf8)) }
        return try zip.finish()
    }

    /// The type of the file, in the first part and in HTTP.
    package static let mediaType = "application/hwp+zip"

    private static func parts(of document: HWPXDocument) -> [(name: String, text: String)] {
        [
            ("mimetype", mediaType),
            ("version.xml", version),
            ("Contents/header.xml", HWPXHeader.text),
            ("Contents/section0.xml", HWPXSection.text(of: document)),
            ("Contents/content.hpf", content(of: document)),
            ("META-INF/container.xml", container),
            ("Preview/PrvText.txt", preview(of: document)),
        ]
    }

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>"

    /// All of them on the root of every part: the word processor looks for prefixes by name.
    static let namespaces: String = {
        let hancom = "http://www.hancom.co.kr/hwpml/"
        return [
            ("ha", hancom + "2011/app"), ("hp", hancom + "2011/paragraph"),
            ("hp10", hancom + "2016/paragraph"), ("hs", hancom + "2011/section"),
            ("hc", hancom + "2011/core"), ("hh", hancom + "2011/head"),
            ("hhs", hancom + "2011/history"), ("hm", hancom + "2011/master-page"),
            ("hpf", "http://www.hancom.co.kr/schema/2011/hpf"),
            ("dc", "http://purl.org/dc/elements/1.1/"),
            ("opf", "http://www.idpf.org/2007/opf/"),
            ("ooxmlchart", hancom + "2016/ooxmlchart"),
            ("hwpunitchar", hancom + "2016/HwpUnitChar"),
            ("epub", "http://www.idpf.org/2007/ops"),
            ("config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
        ].map { "xmlns:\($0.0)=\"\($0.1)\"" }.joined(separator: " ")
    }()

    /// `tagetApplication` is Hancom's own spelling; without it the file does not open.
    private static let version = """
        \(declaration)<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" \
        tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="1" buildNumber="0" os="1" \
        xmlVersion="1.5" application="Pumasi" appVersion="1"/>
        """

    private static let container = """
        \(declaration)<ocf:container \
        xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" \
        xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf"><ocf:rootfiles>\
        <ocf:rootfile full-path="Contents/content.hpf" \
        media-type="application/hwpml-package+xml"/>\
        <ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/>\
        </ocf:rootfiles></ocf:container>
        """

    private static func content(of document: HWPXDocument) -> String {
        let metadata = [
            ("creator", document.creator), ("keyword", document.keywords.joined(separator: ", ")),
        ].map { "<opf:meta name=\"\($0.0)\" content=\"text\">\(XMLText.escape($0.1))</opf:meta>" }
        let items = ["header", "section0"]
        let manifest = items.map {
            "<opf:item id=\"\($0)\" href=\"Contents/\($0).xml\" media-type=\"application/xml\"/>"
        }
        let spine = items.map { "<opf:itemref idref=\"\($0)\" linear=\"yes\"/>" }
        return """
            \(declaration)<opf:package \(namespaces) version="" unique-identifier="" id="">\
            <opf:metadata><opf:title>\(XMLText.escape(document.title))</opf:title>\
            <opf:language>ko</opf:language>\(metadata.joined())</opf:metadata>\
            <opf:manifest>\(manifest.joined())</opf:manifest>\
            <opf:spine>\(spine.joined())</opf:spine></opf:package>
            """
    }

    /// What a folder shows of the file before it is opened.
    private static let previewCharactersMax = 1_000

    private static func preview(of document: HWPXDocument) -> String {
        let text = document.blocks.flatMap(\.lines).joined(separator: "\r\n")
        return String(text.prefix(previewCharactersMax))
    }
}
