package import Hometown
package import Ledger

/// 설치. What the console knows of this installation outside of its ledger.
package struct SiteFacts: Sendable {
    /// 설정 한 줄. A setting in force, and where it came from; secrets are named and not shown.
    package struct SettingLine: Sendable {
        package let key: String
        package let value: String?
        /// `flag`, `PUMASI_HTTP_PORT`, the path of a file, `default`.
        package let origin: String?
        package let text: Bilingual

        package init(key: String, value: String?, origin: String?, text: Bilingual) {
            self.key = key
            self.value = value
            self.origin = origin
            self.text = text
        }
    }

    /// Where people open this site; `nil` where the settings do not say.
    package var site: String?
    package var settings: [SettingLine] = []
    /// As `pumasi doctor` finds it.
    package var checkup: @Sendable () async -> [CheckupLine]

    package init(checkup: @escaping @Sendable () async -> [CheckupLine]) {
        self.checkup = checkup
    }
}
