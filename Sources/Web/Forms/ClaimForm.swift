import Hometown

/// 출처별 주장. `claims`: what sources say of the thing they stand with.
enum ClaimForm {
    static let names = ["source", "quote", "attribute", "value"]

    /// A claim without a source is a fault.
    static func claims(of form: FormReader) -> [ClaimDraft] {
        form.objects("claims", max: ClaimDraft.claimsMax, names: names).compactMap { claim in
            guard let source = claim.required("source", claim.id) else { return nil }
            let value = claim.text("value")
            // What is said is said of something.
            let attribute =
                value == nil ? claim.text("attribute") : claim.requiredText("attribute")
            return ClaimDraft(
                source: source, quote: claim.text("quote", lines: .several),
                attribute: attribute, value: value)
        }
    }
}
