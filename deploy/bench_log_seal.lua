-- What wrk sends in the bench log_seal: proofs of entries anywhere in the log.
local first = tonumber(os.getenv("FIRST"))
local leaves = tonumber(os.getenv("LEAVES"))
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    math.randomseed(number * 7919 + os.time())
end

function request()
    return wrk.format("GET", "/api/v1/proofs/" .. math.random(first, first + leaves - 1))
end
