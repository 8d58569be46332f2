package import Hometown

/// One member a call; a value that is not known is written as `null` and never left out, so that
/// each object of a kind has the same members.
extension JSONWriter {
    package mutating func field(_ name: String, _ value: String?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    package mutating func field(_ name: String, _ value: (some FixedWidthInteger)?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    package mutating func field(_ name: String, _ value: Bool?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    /// Whole won; `null` when undisclosed.
    package mutating func field(_ name: String, _ value: Won?) {
        field(name, value?.amount)
    }

    package mutating func field(_ name: String, _ value: Identifier?) {
        field(name, value?.description)
    }

    package mutating func field(_ name: String, _ value: CivilDate?) {
        field(name, value?.description)
    }

    /// `2023-04-10T14:30:00+09:00`.
    package mutating func field(_ name: String, _ value: Instant?) {
        field(name, value?.koreanText)
    }

    package mutating func field(_ name: String, _ value: JSONValue) {
        self.name(name)
        self.value(value)
    }

    package mutating func object(
        _ name: String, _ members: (inout JSONWriter) throws -> Void
    ) rethrows {
        self.name(name)
        try object(members)
    }

    package mutating func array<Element>(
        _ name: String, _ elements: some Sequence<Element>,
        _ write: (Element, inout JSONWriter) throws -> Void
    ) rethrows {
        self.name(name)
        try array(elements, write)
    }
}
