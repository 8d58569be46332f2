/// What is running. The number follows Semantic Versioning 2.0; entry bytes have their own.
enum Version {
    static let text = "0.1.0"
}
