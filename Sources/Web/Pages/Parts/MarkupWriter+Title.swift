extension MarkupWriter {
    /// A title. Of one that ends with its days, 현황(2026. 11. 9.∼11. 15., 잠정), no line ends within
    /// a day, only between two of them.
    mutating func title(_ title: String) {
        let start = title.firstIndex(of: "(").map { title.index(after: $0) } ?? title.endIndex
        guard title[start...].first?.isNumber == true else { return text(title) }
        let end = title[start...].firstIndex { $0 == "," || $0 == ")" } ?? title.endIndex
        text(String(title[..<start]))
        let days = title[start..<end].split(separator: "∼")
        for (place, day) in days.enumerated() {
            if place > 0 { raw("<wbr />") }
            let text = place + 1 < days.count ? "\(day)∼" : String(day)
            element("span", ["class": "number"]) { $0.text(text) }
        }
        text(String(title[end...]))
    }
}
