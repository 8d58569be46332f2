import Delivery
import Hometown
import Ledger
import Web

extension Setting {
    static let host = Setting(
        "http.host", .text, "127.0.0.1",
        Bilingual("듣는 주소", "The address to listen on"))
    static let port = Setting(
        "http.port", .integer(0...65_535), "8080",
        Bilingual("듣는 포트. 0이면 빈 포트", "The port to listen on; 0 takes a free one"))
    static let threads = Setting(
        "http.threads", .integer(1...64), "2",
        Bilingual("요청을 처리하는 스레드 수", "Threads that serve requests"))
    static let behindTLS = Setting(
        "http.behindTls", .flag, "false",
        Bilingual(
            "HTTPS 프록시 뒤에 있는지(HSTS를 보냄)", "Whether an HTTPS proxy stands before it (sends HSTS)"))
    static let proxies = Setting(
        "http.proxies", .list, "127.0.0.1,::1",
        Bilingual(
            "http.behindTls일 때 X-Forwarded-For를 믿는 프록시의 주소들",
            "Addresses of proxies whose X-Forwarded-For counts, with http.behindTls"))
    static let siteURL = Setting(
        "site.url", .text, nil,
        Bilingual(
            "사람들이 여는 주소(예: https://pumasi.sejong.example). 없으면 듣는 주소",
            "The address people open, as in https://pumasi.sejong.example; else where we listen"))
    static let officialMasthead = Setting(
        "site.officialMasthead", .flag, "false",
        Bilingual(
            "공식 전자정부 누리집이라는 줄을 화면 맨 위에 보일지. 정부 누리집에서만 켤 것",
            "Whether pages say they are an official government site; for such sites only"))
    static let sessionIdleMinutes = Setting(
        "session.idleMinutes", .integer(5...480), "30",
        Bilingual(
            "아무것도 하지 않으면 로그아웃하기까지의 시간(분)", "Minutes without a step until a sign-in ends"))
    static let sessionHoursMax = Setting(
        "session.hoursMax", .integer(1...24), "12",
        Bilingual("로그인이 이어지는 가장 긴 시간", "Hours a sign-in lasts at most"))
    static let secondFactorRoles = Setting(
        "session.secondFactorRoles", .choices(Role.allCases.map(\.rawValue)), nil,
        Bilingual(
            "두 번째 인증 수단이 있어야 하는 역할, 쉼표로 나눔. 없으면 누구나 스스로 정함",
            "Roles that must have a second factor, divided by commas; else everybody may"))
    static let connectionsMax = Setting(
        "http.connectionsMax", .integer(1...65_536), "4096",
        Bilingual("동시 연결 상한", "Open connections at most"))
    static let connectionsPerAddressMax = Setting(
        "http.connectionsPerAddressMax", .integer(1...65_536), "64",
        Bilingual("한 주소의 동시 연결 상한", "Open connections from one address at most"))
    static let metricsListen = Setting(
        "metrics.listen", .address, nil,
        Bilingual(
            "/metrics, /livez, /readyz만 따로 듣는 주소(예: 127.0.0.1:9100). 평문 HTTP",
            "A further address for /metrics, /livez and /readyz, as in 127.0.0.1:9100; plain HTTP"))
    static let dataDirectory = Setting(
        "data.directory", .text, nil,
        Bilingual("전용 PostgreSQL이 사는 디렉터리", "Where the private PostgreSQL lives"))
    static let secretFile = Setting(
        "secret.file", .text, nil,
        Bilingual(
            "이 원장의 비밀키 파일. 없으면 데이터 디렉터리의 secret",
            "The file of this ledger's secret; else secret in the data directory"))
    static let signingKeyFile = Setting(
        "signing.keyFile", .text, nil,
        Bilingual(
            "로그에 서명하는 열쇠 파일. 없으면 비밀키 파일 옆의 signing.key",
            "The file of the key that signs the log; else signing.key beside the secret"))
    static let signingStateDirectory = Setting(
        "signing.stateDirectory", .text, nil,
        Bilingual(
            "마지막 서명을 적어 두는 디렉터리. 없으면 열쇠 파일이 있는 곳",
            "Where the last signature is remembered; else beside the key"))
    static let signingOrigin = Setting(
        "signing.origin", .text, nil,
        Bilingual(
            "로그의 이름: 공개 주소에서 https://를 뺀 것(예: sejong.example/log). 없으면 지어 줌",
            "The log's name: its URL without https://, as in sejong.example/log; else made up"))
    static let databaseURL = Setting(
        "database.url", .text, nil, isSecret: true,
        Bilingual(
            "쓰는 데이터베이스의 libpq 연결 문자열. 없으면 전용 PostgreSQL",
            "The database, as libpq's connection string; without it, a private PostgreSQL"))
    static let databaseOwnerURL = Setting(
        "database.ownerUrl", .text, nil, isSecret: true,
        Bilingual(
            "마이그레이션을 적용하는 소유자의 연결 문자열", "The owner's connection string, for migrations"))
    static let databaseConnectionsMax = Setting(
        "database.connectionsMax", .integer(2...500), "16",
        Bilingual("데이터베이스 연결 상한", "Database connections at most"))
    static let databaseDurability = Setting(
        "database.durability", .choice(Durability.allCases.map(\.rawValue)), "local",
        Bilingual(
            "등록을 알리기 전에 기록이 남아 있을 곳. replicated면 대기 서버에도",
            "Where a record is kept before it is acknowledged; replicated: by a standby, too"))
    static let home = Setting(
        "home", .text, nil,
        Bilingual(
            "이 원장의 지자체 코드. 모금·사용 결과(법 제13조)는 이 지자체의 것",
            "The code of the government whose book this is and whose receipts are published"))
    static let publicPages = Setting(
        "public.enabled", .flag, "true",
        Bilingual("공개 페이지를 보일지", "Whether the public pages are shown"))
    static let smallCountBelow = Setting(
        "public.smallCountBelow", .integer(SmallCounts.limits), "\(SmallCounts.limitDefault)",
        Bilingual(
            "누구나 보는 건수가 1 이상이면서 이보다 적으면 가림. 공개용 보고서도 같음. "
                + "한 원장을 함께 쓰는 데몬은 모두 같은 수로 정할 것",
            "Counts from 1 to below this are covered where everybody reads them, reports too; "
                + "one number for all daemons over a ledger"))
    static let logLevel = Setting(
        "log.level", .choice(["trace", "debug", "info", "notice", "warning", "error"]), "info",
        Bilingual("로그에 남기는 가장 낮은 수준", "The lowest level that is logged"))
    static let logFormat = Setting(
        "log.format", .choice(LogFormat.allCases.map(\.rawValue)), "logfmt",
        Bilingual("로그 한 줄의 형식", "The form of a log line"))
    static let drainSeconds = Setting(
        "drain.seconds", .integer(1...30), "20",
        Bilingual(
            "멈출 때 받은 요청을 기다리는 시간(초)", "Seconds to finish accepted requests when stopping"))

    static let overdueAfterSeconds = Setting(
        "schedules.overdueAfterSeconds", .integer(60...86_400), "300",
        Bilingual(
            "기한이 지나도 실행하지 않은 기간을 알리기까지의 시간(초)",
            "Seconds until a period that was due and did not run is told"))
    static let accessMonthsMin = Setting(
        "access.monthsMin", .integer(24...1_200), "24",
        Bilingual(
            "접속기록을 보존하는 기간(개월). 지나면 예약 작업이 알림",
            "Months that the access log is kept; a schedule tells of those that are older"))
    static let fourEyesFromWon = Setting(
        "corrections.fourEyesFromWon", .integer(1...9_007_199_254_740_991), "5000000",
        Bilingual(
            "이 금액(원)부터는 정정에 다른 사람의 승인이 필요함",
            "From this amount (won) on a correction needs a second person"))
    static let candidateDaysMax = Setting(
        "exchange.candidateDaysMax", .integer(0...3_650), "365",
        Bilingual(
            "답례 후보를 찾는 기간(일)", "Days around a gift in which an answer is looked for"))
    static let importFileMiBMax = Setting(
        "import.fileMiBMax", .integer(ImportLimits.fileMiBMaxima), "20",
        Bilingual(
            "화면과 API로 올리는 목록 파일의 상한(MiB). 명령줄에는 상한이 없음",
            "MiB of a list that is sent by page or API at most; the command line has no limit"))
    static let importRowsMax = Setting(
        "import.rowsMax", .integer(ImportLimits.rowsMaxima), "100000",
        Bilingual(
            "화면과 API로 올리는 목록의 행 수 상한. 명령줄에는 상한이 없음",
            "Rows of a list that is sent by page or API at most; the command line has no limit"))
    static let privateHosts = Setting(
        "delivery.privateHosts", .list, nil,
        Bilingual(
            "기관 안의 웹훅 서버 이름, 쉼표로 나눔. 이 이름만 내부망과 http로 보냄",
            "Webhook hosts in the office's own net, divided by commas; only these may speak http"))
    static let allowedHosts = Setting(
        "delivery.allowedHosts", .list, nil,
        Bilingual(
            "웹훅을 보내도 되는 서버 이름, 쉼표로 나눔. 없으면 공인 주소 어디나",
            "Hosts that webhooks may go to, divided by commas; without it any public one"))
    static let mailFrom = Setting(
        "mail.from", .text, nil,
        Bilingual("요약 보고를 보내는 전자우편 주소", "The address that reports are mailed from"))
    static let mailProgram = Setting(
        "mail.sendmail", .text, "/usr/sbin/sendmail",
        Bilingual("우편을 넘겨받는 프로그램", "The program that takes mail, with -t -i"))

    static let pdfRenderer = Setting(
        "pdf.renderer", .choice(["none"] + PaperPress.Renderer.allCases.map(\.rawValue)), "none",
        Bilingual("요약 보고를 PDF로 만드는 프로그램", "What makes PDF of reports"))
    static let pdfProgram = Setting(
        "pdf.program", .text, nil,
        Bilingual(
            "그 프로그램의 경로. 없으면 /usr/bin에 있는 것", "Where that program is; else in /usr/bin"))
    static let pdfSecondsMax = Setting(
        "pdf.secondsMax", .integer(1...600), "60",
        Bilingual("PDF 하나를 만드는 시간 상한(초)", "Seconds that one PDF may take"))
    static let ambiguousWide = Setting(
        "terminal.ambiguousWide", .flag, "false",
        Bilingual(
            "명령줄의 표가 □ ○ ※ ① 같은 글자를 두 칸으로 셀지",
            "Whether tables of the command line count □ ○ ※ ① and the like as two columns"))

    /// In the order `config show` prints them.
    static let all = [
        host, port, threads, behindTLS, proxies, siteURL, officialMasthead, sessionIdleMinutes,
        sessionHoursMax, secondFactorRoles,
        connectionsMax, connectionsPerAddressMax, metricsListen, dataDirectory,
        secretFile, signingKeyFile, signingStateDirectory, signingOrigin, databaseURL,
        databaseOwnerURL, databaseConnectionsMax, databaseDurability, home, publicPages,
        smallCountBelow, candidateDaysMax, fourEyesFromWon, importFileMiBMax, importRowsMax,
        privateHosts, allowedHosts, mailFrom, mailProgram, pdfRenderer, pdfProgram,
        pdfSecondsMax, logLevel, logFormat, drainSeconds,
        overdueAfterSeconds, accessMonthsMin, ambiguousWide,
    ]

    static func named(_ key: String) -> Setting? {
        all.first { $0.key == key }
    }
}
