/// Why a run took place.
package enum RunOrigin: String, Sendable, CaseIterable {
    case scheduled
    case catchUp = "catch_up"
    case manual, backfill
}
