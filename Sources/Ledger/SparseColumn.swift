import Postgres

/// 드문 열. A column of rows that are added together, in which most have nothing: as long as none
/// has, it is only counted.
struct SparseColumn<Value: PostgresValue & Sendable>: Sendable {
    private var count = 0
    /// Empty while there is nothing but NULL.
    private var values: [Value?] = []

    mutating func append(_ value: Value?) {
        if value != nil, values.isEmpty { values = Array(repeating: nil, count: count) }
        if value != nil || !values.isEmpty { values.append(value) }
        count += 1
    }

    subscript(row: Int) -> Value? {
        values.isEmpty ? nil : values[row]
    }

    /// As a column for all rows, NULL in place of one without a value.
    func bind(to parameters: inout Parameters) {
        parameters.append(column: values)
    }
}
