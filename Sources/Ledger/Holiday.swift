package import Hometown

/// 공휴일. A day off that is no weekend, as the operator has loaded it.
package struct Holiday: Hashable, Sendable {
    package let on: CivilDate
    package let name: String

    package init(on: CivilDate, name: String) {
        self.on = on
        self.name = name
    }
}
