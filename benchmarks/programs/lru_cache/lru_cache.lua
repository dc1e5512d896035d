local N = tonumber(arg and arg[1]) or 10000000

local Cache = {}
Cache.__index = Cache

function Cache.new(capacity)
  local cache = setmetatable({capacity = capacity, keys = {}, values = {}, before = {}, after = {}, size = 0}, Cache)
  for i = 0, capacity do
    cache.keys[i], cache.values[i], cache.before[i], cache.after[i] = 0, 0, 0, 0
  end
  return cache
end

function Cache:unlinked(slot)
  self.after[self.before[slot]] = self.after[slot]
  self.before[self.after[slot]] = self.before[slot]
  return self
end

function Cache:first(slot)
  local old = self.after[0]
  self.after[0] = slot
  self.before[slot] = 0
  self.after[slot] = old
  self.before[old] = slot
  return self
end

function Cache:put(slot, key, value)
  self.keys[slot] = key
  self.values[slot] = value
  return self:first(slot)
end

local function main(n)
  local slots, cache = {}, Cache.new(1000)
  local seed, hits, total = 42, 0, 0
  for i = 0, n - 1 do
    seed = (seed * 16807) % 2147483647
    local key = math.floor((seed % 1700 + seed % 1300) / 2)
    local slot = slots[key] or 0
    if slot > 0 then
      hits = hits + 1
      total = (total + cache.values[slot]) % 1000003
      cache:unlinked(slot):first(slot)
    else
      if cache.size < cache.capacity then
        cache.size = cache.size + 1
        slot = cache.size
      else
        slot = cache.before[0]
        slots[cache.keys[slot]] = nil
        cache:unlinked(slot)
      end
      slots[key] = slot
      cache:put(slot, key, i)
    end
  end
  return hits .. " " .. total
end

print("lru_cache " .. main(N))
