import Foundation
package import Hometown

/// 전자우편. A summary as a message: words and the page as alternatives, the files attached
/// (RFC 5322, 2045 to 2047, 2231). The same parcel gives the same bytes, so that a message that
/// comes twice has one Message-ID.
package struct MailMessage: Sendable {
    private static let base64LineCharacters = 76
    /// A line of a header ends before 998 bytes (RFC 5322, 2.1.1), and a character may take nine.
    private static let fileNameCharactersMax = 80

    private let from: String
    private let to: [String]
    private let parcel: Parcel

    package init(from: String, to: [String], parcel: Parcel) {
        self.from = from
        self.to = to
        self.parcel = parcel
    }

    /// With the line ends of a pipe to sendmail(8): LF.
    package var bytes: [UInt8] {
        let outer = "=_pumasi-outer-\(parcel.id)"
        let inner = "=_pumasi-inner-\(parcel.id)"
        var text = header(boundary: outer)
        text += "--\(outer)\nContent-Type: multipart/alternative; boundary=\"\(inner)\"\n\n"
        text += "--\(inner)\n" + part("text/plain; charset=utf-8", Array(words.utf8))
        if let page { text += "--\(inner)\n" + part("text/html; charset=utf-8", page.bytes) }
        text += "--\(inner)--\n\n"
        for file in parcel.files where file != page {
            text += "--\(outer)\n"
            text += part(
                "\(file.mediaType); name=\"\(file.name)\"", file.bytes,
                disposition: disposition(of: file))
        }
        text += "--\(outer)--\n"
        return Array(text.utf8)
    }

    private func header(boundary: String) -> String {
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let fields = [
            ("From", from), ("To", to.joined(separator: ",\n ")),
            ("Subject", MailMessage.encodedWords(parcel.title.korean)),
            ("Date", MailMessage.date(parcel.filedAt)), ("Message-ID", "<\(parcel.id)@\(domain)>"),
            ("Auto-Submitted", "auto-generated"), ("MIME-Version", "1.0"),
            ("Content-Type", "multipart/mixed; boundary=\"\(boundary)\""),
        ]
        return fields.map { "\($0): \($1)\n" }.joined() + "\n"
    }

    /// The page in the language of the office, which mail programs show.
    private var page: Parcel.File? {
        parcel.files.first { $0.name.hasSuffix(".ko.html") }
            ?? parcel.files.first { $0.name.hasSuffix(".html") }
    }

    private var words: String {
        var lines = [
            parcel.title.korean, parcel.title.english, "",
            "\(parcel.no), 원장 크기 \(parcel.logSize) (log size)", "", "SHA-256",
        ]
        lines += parcel.files.map { "\($0.sha256)  \($0.name)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func part(
        _ type: String, _ bytes: [UInt8], disposition: String? = nil
    ) -> String {
        var text = "Content-Type: \(type)\nContent-Transfer-Encoding: base64\n"
        if let disposition { text += "Content-Disposition: \(disposition)\n" }
        text += "\n"
        var line = 0
        for character in Data(bytes).base64EncodedString().utf8 {
            text.unicodeScalars.append(Unicode.Scalar(character))
            line += 1
            guard line == MailMessage.base64LineCharacters else { continue }
            text += "\n"
            line = 0
        }
        return text + (line == 0 ? "" : "\n")
    }

    /// Under the title of the summary, as a person would save it, and under the plain name for
    /// programs that read no RFC 2231.
    private func disposition(of file: Parcel.File) -> String {
        "attachment;\n filename*=UTF-8''" + MailMessage.percentEncoded(title(of: file))
    }

    private func title(of file: Parcel.File) -> String {
        let pieces = file.name.split(separator: ".")
        guard pieces.count >= 3, let kind = pieces.last,
            let language = Language(rawValue: String(pieces[pieces.count - 2]))
        else { return file.name }
        let title = parcel.title.text(in: language).prefix(MailMessage.fileNameCharactersMax)
        let safe = title.map { character in
            "/\\:*?\"<>|".contains(character) ? "-" : character
        }
        // Whoever passes one on to everybody has to know which of the two it is.
        let edition =
            RenderedSummary.isPublished(file.name)
            ? Bilingual(", 공개용", ", public edition").text(in: language) : ""
        return String(safe) + edition + "." + kind
    }

    /// RFC 2047: words of 75 characters at most, none of which cuts a character of UTF-8.
    static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var piece: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            // 45 bytes are 60 characters of base64.
            if piece.count + bytes.count > 45, !piece.isEmpty {
                words.append(encodedWord(piece))
                piece = []
            }
            piece += bytes
        }
        words.append(encodedWord(piece))
        return words.joined(separator: "\n ")
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
    }

    private static func percentEncoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
            default: bytes += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// RFC 5322, 3.3, in Korean time: `Mon, 16 Nov 2026 09:00:00 +0900`.
    static func date(_ instant: Instant) -> String {
        let (date, time) = (instant.koreanDate, instant.koreanTime)
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(days[date.weekday - 1]), \(two(date.day)) \(months[date.month - 1]) "
            + "\(date.year) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0900"
    }
}
