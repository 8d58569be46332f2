import Hometown
import Testing

@Suite struct ReferenceTests {
    @Test(arguments: [
        ("D-2026-000123", "123 D-2026-000123"),
        ("hd-2026-1234567", "1234567 HD-2026-1234567"),
        ("01890F3E-7B1C-7A2B-8C3D-4E5F60718293", "id 01890f3e-7b1c-7a2b-8c3d-4e5f60718293"),
    ])
    func `an id and a whole number name a thing, in either case`(text: String, said: String) {
        let reference = Reference(text)
        let kind = reference?.number.map { "\($0)" } ?? "id"
        #expect(reference.map { "\(kind) \($0.text)" } == said)
    }

    @Test(arguments: [
        "", "123", "D-2026-123", "D-26-000123", "D-2026-000000", "ABC-2026-000123", "가-2026-000123",
        "D-2026-000123-1", "D-2026-00012x", "D--2026-000123", "D-2026-1234567890123456789",
    ])
    func `a part of a number names nothing`(text: String) {
        #expect(Reference(text) == nil)
    }
}
