/// 켜짐, 꺼짐. Whether something that can be switched works.
package enum OnOff: String, Sendable, CaseIterable {
    case on, off

    package init(_ isOn: Bool) {
        self = isOn ? .on : .off
    }
}

extension OnOff: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .on: Bilingual("켜짐", "on")
        case .off: Bilingual("꺼짐", "off")
        }
    }
}
