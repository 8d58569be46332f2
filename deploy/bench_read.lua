-- What wrk asks in the benches read_one and read_page: one of the paths in the file PATHS, by
-- chance.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    math.randomseed(number * 7919 + os.time())
    paths = {}
    for path in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = path end
    headers = { ["Authorization"] = "Bearer " .. os.getenv("TOKEN") }
end

function request()
    return wrk.format("GET", paths[math.random(#paths)], headers)
end
