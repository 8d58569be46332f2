-- What wrk sends in the bench http_single: one donation a request, each with a key of its own and
-- one of a million donors, to ten recipients by turns. Every request is as long as the others, so
-- that it is made by joining five strings.
local turn = os.getenv("TURN") or "0"
local recipients = {
    "36110", "30000", "44000", "43000", "50000", "26000", "27000", "28000", "31000", "48000",
}
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    math.randomseed(number * 7919 + os.time())
    count = 0
    -- Keys of earlier benches on the same ledger must not meet these.
    local run = string.format("%s-%d-%d-%d", turn, number, os.time(), math.random(1, 1000000000))
    local body = {
        '{"origin":"intake","donor":{"key":"',
        '","kind":"person","own_name":true},"residence":"11710",'
            .. '"checks":{"all":"passed document_submitted 2026-03-02","pledge":"2026-117"},'
            .. '"employer":"none","recipient":"',
        '","amount":10000,"donated_on":"2026-03-02","channel":"bank_counter"}',
    }
    local length = #body[1] + 7 + #body[2] + 5 + #body[3]
    head = "POST /api/v1/donations HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nAuthorization: Bearer " .. os.getenv("TOKEN")
        .. "\r\nContent-Type: application/json\r\nContent-Length: " .. length
        .. "\r\nIdempotency-Key: " .. run .. "-"
    donor = "\r\n\r\n" .. body[1]
    middles = {}
    for turn, code in ipairs(recipients) do middles[turn] = body[2] .. code .. body[3] end
end

function request()
    count = count + 1
    -- A donor's number has seven digits.
    return head .. count .. donor .. math.random(1000001, 2000000) .. middles[count % 10 + 1]
end
