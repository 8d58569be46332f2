import Crypto
import Delivery
import Hometown

/// Parcels that the tests send.
enum Parcels {
    /// Of a week, with a page, a document and a table.
    static let weekly = parcel(files: [
        ("weekly-2026-W46.ko.html", "text/html; charset=utf-8", "<p>주간 현황</p>"),
        ("weekly-2026-W46.ko.hwpx", "application/hwp+zip", "PK\u{3}\u{4}한글"),
        ("weekly-2026-W46.csv", "text/csv; charset=utf-8", "일자,금액\r\n"),
    ])

    static func parcel(files: [(name: String, type: String, text: String)]) -> Parcel {
        Parcel(
            id: Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
            summary: Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002),
            no: "S-2026-000123",
            title: Bilingual(
                "고향사랑 상호기부·인증 챌린지 주간 현황 (2026. 11. 9.∼11. 15.)",
                "Hometown donations and relay, week of 9-15 Nov 2026"),
            schedule: "weekly", period: "2026-W46", revision: 0, logSize: 44,
            filedAt: Instant("2026-11-16T00:00:00Z") ?? Instant(microseconds: 0),
            files: files.map { name, type, text in
                let bytes = Array(text.utf8)
                return Parcel.File(
                    name: name, mediaType: type,
                    sha256: Hexadecimal.text(Array(SHA256.hash(data: bytes))), bytes: bytes)
            })
    }
}

/// Why a parcel did not arrive; `nil` when it did.
func failureOf(
    _ delivery: () async throws(DeliveryFailure) -> String
) async -> DeliveryFailure? {
    do throws(DeliveryFailure) {
        _ = try await delivery()
        return nil
    } catch {
        return error
    }
}
