-- What wrk asks in the benches of reading: one of the paths in the file PATHS, by chance, with a
-- token or, for a page, with a cookie.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    math.randomseed(number * 7919 + os.time())
    paths = {}
    for path in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = path end
    local cookie = os.getenv("COOKIE")
    headers = cookie and { ["Cookie"] = "pumasi=" .. cookie }
        or { ["Authorization"] = "Bearer " .. os.getenv("TOKEN") }
end

function request()
    return wrk.format("GET", paths[math.random(#paths)], headers)
end
