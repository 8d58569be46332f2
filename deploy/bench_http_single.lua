-- What wrk sends in the bench http_single: one donation a request, each with a key of its own and
-- one of a million donors, to ten recipients by turns.
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
    run = string.format("%s-%d-%d-%d", turn, number, os.time(), math.random(1, 1000000000))
    headers = {
        ["Authorization"] = "Bearer " .. os.getenv("TOKEN"),
        ["Content-Type"] = "application/json",
    }
    body = '{"origin":"intake","donor":{"key":"%d","kind":"person","own_name":true},'
        .. '"residence":"11710",'
        .. '"checks":{"all":"passed document_submitted 2026-03-02","pledge":"2026-117"},'
        .. '"employer":"none","recipient":"%s","amount":10000,"donated_on":"2026-03-02",'
        .. '"channel":"bank_counter"}'
end

function request()
    count = count + 1
    headers["Idempotency-Key"] = run .. "-" .. count
    local text = string.format(body, math.random(1, 1000000), recipients[count % 10 + 1])
    return wrk.format("POST", "/api/v1/donations", headers, text)
end
