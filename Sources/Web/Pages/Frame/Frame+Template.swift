import Mustache

// What a template finds by its name. Without this it would reflect each value for each name, which
// took longer than to read and to write everything else of a page.

extension Screen: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "frame": frame
        case "words": words
        case "body": body
        case "notice": notice
        case "isOfficial": isOfficial
        default: nil
        }
    }
}

extension Frame: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": language
        case "theme": theme
        case "textSize": textSize
        case "kind": kind
        case "title": title
        case "description": description
        case "stylesheet": stylesheet
        case "scripts": scripts
        case "sign": sign
        case "homePath": homePath
        case "menu": menu
        case "searchPath": searchPath
        case "account": account
        case "signInPath": signInPath
        case "session": session
        case "helpPath": helpPath
        case "verifyPath": verifyPath
        case "otherLanguage": otherLanguage
        case "otherLanguageLabel": otherLanguageLabel
        case "otherLanguagePath": otherLanguagePath
        case "themeLabel": themeLabel
        case "themePath": themePath
        case "log": log
        case "privacyNote": privacyNote
        case "words": words
        default: nil
        }
    }
}

extension Frame.Account: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "name": self.name
        case "role": role
        case "path": path
        default: nil
        }
    }
}

extension Frame.SessionState: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "seconds": seconds
        case "path": path
        case "token": token
        case "signOutPath": signOutPath
        case "signOutToken": signOutToken
        default: nil
        }
    }
}

extension Frame.LogState: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "size": size
        case "root": root
        case "rootShort": rootShort
        default: nil
        }
    }
}

extension Menu: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "groups": groups
        default: nil
        }
    }
}

extension Menu.Group: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "links": links
        default: nil
        }
    }
}

extension Menu.Item: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "href": href
        case "current": current
        case "shortcut": shortcut
        default: nil
        }
    }
}
