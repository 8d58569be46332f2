import Hometown
import Ledger
import Timetable
import Web

extension DonationFilterOptions {
    /// Read as the API reads it.
    /// - Throws: `CommandFailure` 2 naming the option that cannot be read, and what it takes.
    func filter(
        _ governments: GovernmentRegistry, for reader: Reader
    ) throws -> DonationFilter {
        let today = HostClock.now.koreanDate
        do {
            return try DonationFilterForm.filter(
                parameters, governments, today: today, for: reader)
        } catch {
            guard let fault = error.errors.first, let typed = parameters[fault.field],
                error.kind == .invalidParameter
            else { throw error }
            let option = DonationFilterOptions.option(fault.field)
            let text = DonationFilterOptions.wanted(fault.field) ?? fault.text
            throw CommandFailure(
                .usage,
                Bilingual(
                    "\(option) \(typed): \(text.korean)", "\(option) \(typed): \(text.english)"),
                refusals: [Problem.FieldError(fault.field, fault.code, text)])
        }
    }

    private static func option(_ parameter: String) -> String {
        parameter == "q" ? "--query" : "--" + parameter.replacing("_", with: "-")
    }

    /// What an option takes; `nil` where the fault itself says it.
    private static func wanted(_ parameter: String) -> Bilingual? {
        func words(_ words: [String]) -> Bilingual {
            let list = words.joined(separator: ", ")
            return Bilingual("다음 중에서 고르십시오: \(list)", "Choose one of: \(list).")
        }
        func number(_ letter: String) -> Bilingual {
            Bilingual(
                "ID나 \(letter)-2026-000123 같은 번호를 쓰십시오.",
                "Give an id or a number, as in \(letter)-2026-000123.")
        }
        switch parameter {
        case "from", "to":
            return Bilingual(
                "2026-01-31처럼 있는 날짜를 쓰십시오.", "Give a day of the calendar, as in 2026-01-31.")
        case "period":
            return Bilingual(
                "2026-W46, 2026-11, 2026-Q4, 2026처럼 쓰십시오.",
                "Write it as 2026-W46, 2026-11, 2026-Q4 or 2026.")
        case "amount_min", "amount_max":
            return Bilingual(
                "원 단위 금액을 100,000이나 10만처럼 쓰십시오.", "Give won, as in 100,000.")
        case "origin": return words(Origin.allCases.map(\.rawValue))
        case "channel": return words(Channel.allCases.map(\.rawValue))
        case "status": return words(DonationQuery.Status.allCases.map(\.rawValue))
        case "person": return number("H")
        case "exchange": return number("E")
        case "agreement": return number("A")
        case "participation": return number("P")
        case "relay": return number("R")
        case "import": return number("I")
        case "as_of":
            return Bilingual(
                "원장 크기, 시각, 2026-01-31 같은 날짜 가운데 하나를 쓰십시오.",
                "Give a size of the log, a time, or a day as in 2026-01-31.")
        default: return nil
        }
    }
}
