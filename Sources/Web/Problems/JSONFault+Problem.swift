extension Problem {
    /// 400 with line and byte.
    init(_ fault: JSONFault) {
        self.init(fault.reason == .invalidUTF8 ? .invalidUTF8 : .malformedJSON, fault.text)
    }
}
