package import Hometown

/// 상태. What the database says of itself to whoever asks whether we can work.
package struct DatabaseState: Hashable, Sendable {
    /// It takes no writes.
    package let isStandby: Bool
    /// What is set so that something acknowledged could be lost in a power cut: `fsync = off`.
    let unsafeSettings: [String]
    /// Nothing acknowledged may be lost with the primary, and it waits for no standby.
    let lacksStandby: Bool
    /// Whether its migrations are the ones this program knows.
    package let hasKnownSchema: Bool

    /// All that is set so that something acknowledged could be lost; `nil` where nothing is.
    package var durabilityFault: String? {
        let all = unsafeSettings + (lacksStandby ? ["synchronous_standby_names = ''"] : [])
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }

    /// How to mend that.
    package var durabilityRemedy: Bilingual? {
        var remedies: [Bilingual] = []
        if !unsafeSettings.isEmpty {
            remedies.append(
                Bilingual(
                    "이대로면 정전에 기록을 잃습니다. postgresql.conf에서 고치십시오.",
                    "Like this, a power cut loses records. Mend it in postgresql.conf."))
        }
        if lacksStandby {
            remedies.append(
                Bilingual(
                    "이대로면 주 서버를 잃을 때 기록도 잃습니다. 대기 서버의 이름을 주 서버의 "
                        + "synchronous_standby_names에 적고 설정을 다시 읽히십시오. 대기 서버가 없으면 "
                        + "database.durability를 local로 하십시오.",
                    "Like this, records are lost with the primary. Name the standby in the "
                        + "primary's synchronous_standby_names and let it read its settings again; "
                        + "where there is no standby, set database.durability to local."))
        }
        guard !remedies.isEmpty else { return nil }
        return Bilingual(
            remedies.map(\.korean).joined(separator: " "),
            remedies.map(\.english).joined(separator: " "))
    }
}
