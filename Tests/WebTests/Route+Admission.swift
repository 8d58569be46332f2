import Web

/// Whom a route's line in the table admits; what it comes to is asked of the server.
extension Route.Access {
    var admitsGuests: Bool {
        switch self {
        case .everybody, .guests, .visitors: true
        case .roles, .viewers: false
        }
    }

    func admits(_ role: Role) -> Bool {
        switch self {
        case .everybody, .guests, .visitors: true
        case .roles(let roles), .viewers(let roles): roles.contains(role)
        }
    }
}
