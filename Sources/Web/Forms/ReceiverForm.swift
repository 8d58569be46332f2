package import Hometown
import Ledger

/// 수신처 양식.
package struct ReceiverForm: Sendable {
    package static let names = ["name", "kind", "address", "schedules", "formats", "note"]
    private static let formatsMax = 20

    package let receiver: Receiver
    package let note: String?

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(ReceiverForm.names, today: today) { form -> ReceiverForm? in
            let name = form.requiredText("name")
            let kind = form.required("kind") { form.choice($0, Receiver.Kind.self) }
            let address = form.requiredText("address", max: Receiver.addressCharactersMax)
            let schedules = form.texts("schedules", max: Receiver.schedulesMax)
            let formats = form.texts("formats", max: ReceiverForm.formatsMax)
            let note = form.text("note", lines: .several)
            guard let name, let kind, let address else { return nil }
            do throws(ReceiverFault) {
                let receiver = try Receiver(
                    name: name, kind: kind, address: address, schedules: schedules,
                    formats: formats)
                return ReceiverForm(receiver: receiver, note: note)
            } catch {
                form.faults.add(error.field, "value_invalid", error.text)
                return nil
            }
        }
    }

    private init(receiver: Receiver, note: String?) {
        self.receiver = receiver
        self.note = note
    }
}

/// 수신처 변경 양식. Switched on or off.
package struct ReceiverChangeForm: Sendable {
    package let isOn: Bool
    package let note: String?

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(["is_on", "note"], today: today) { form in
            form.required("is_on") { form.flag($0) }.map {
                ReceiverChangeForm(isOn: $0, note: form.text("note", lines: .several))
            }
        }
    }

    private init(isOn: Bool, note: String?) {
        self.isOn = isOn
        self.note = note
    }
}

extension ReceiverFault {
    /// The member that is wrong.
    package var field: String {
        switch self {
        case .name: "name"
        case .address: "address"
        case .schedules: "schedules"
        case .format: "formats"
        }
    }
}

extension FormReader {
    /// The texts of an array.
    fileprivate func texts(_ name: String, max: Int) -> [String] {
        elements(name, max: max).compactMap { place, element in
            if case .string(let text) = element, !text.tidied.isEmpty { return text.tidied }
            faults.malformed(place, Bilingual("글", "a text"))
            return nil
        }
    }
}
