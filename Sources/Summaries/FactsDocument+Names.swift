import Hometown

extension FactsDocument {
    /// 파기한 이름. The names of people who were erased, as a file of the same facts has them.
    /// - Returns: `nil` where the file does not tell of the same people.
    static func restore(_ facts: Facts, from bytes: [UInt8]) throws -> Facts? {
        let isEnded = bytes.last == UInt8(ascii: "\n")
        let document = try CanonicalValue(parsing: isEnded ? bytes.dropLast() : bytes)
        guard let told = document["relays"]?.elements, told.count == facts.relays.count else {
            return nil
        }
        var restored = facts
        for (place, relay) in told.enumerated() {
            let open = relay["open"]?.elements ?? []
            let holders = relay["holders"]?.elements ?? []
            guard open.count == facts.relays[place].open.count,
                holders.count == facts.relays[place].holders.count
            else { return nil }
            for (index, nomination) in open.enumerated() {
                restored.relays[place].open[index].nominator.take(nomination["nominator"])
                restored.relays[place].open[index].nominee.take(nomination["nominee"])
            }
            for (index, holder) in holders.enumerated() {
                restored.relays[place].holders[index].person.take(holder["person"])
            }
        }
        return restored
    }
}

extension Facts.Person {
    /// Only who was erased gets a name; one that was a dash when the report was filed stays one.
    fileprivate mutating func take(_ value: CanonicalValue?) {
        guard isErased, let korean = value?["name"]?["ko"]?.text,
            let english = value?["name"]?["en"]?.text, Bilingual(korean, english) != name
        else { return }
        self = named(Bilingual(korean, english))
    }
}
