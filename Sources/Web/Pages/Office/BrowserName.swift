import Hometown

/// 브라우저 이름. What somebody knows their browser by, out of what it calls itself; every browser
/// also calls itself by the names of those before it, so the newest name is looked for first.
struct BrowserName {
    private static let browsers = [
        ("Whale/", "Whale"), ("SamsungBrowser/", "Samsung Internet"), ("Edg/", "Edge"),
        ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    let text: String

    /// - Parameter agent: `User-Agent`, as it was sent.
    init(_ agent: String?, _ say: Phrases) {
        let agent = agent ?? ""
        let names = [BrowserName.browsers, BrowserName.systems].compactMap { known in
            known.first { agent.contains($0.0) }?.1
        }
        text = names.isEmpty ? say("알 수 없음", "unknown") : names.joined(separator: ", ")
    }
}
