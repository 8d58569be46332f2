import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a reader of markup finds in a page.
final class Reading: NSObject, XMLParserDelegate {
    private(set) var count: [String: Int] = [:]
    private(set) var attributes: [String: [String]] = [:]
    private(set) var text = ""
    private(set) var failure: String?

    init(_ html: String) {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        if !parser.parse() {
            failure = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        count[name, default: 0] += 1
        for (key, value) in attributes { self.attributes[key, default: []].append(value) }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        text += characters
    }
}
