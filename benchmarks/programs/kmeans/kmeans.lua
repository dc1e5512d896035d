local N = tonumber(arg and arg[1]) or 400000

local floor = math.floor

local function nearest(p, centers)
  local best, least = 1, 1000000.0
  for i = 1, #centers do
    local c = centers[i]
    local dx, dy = p.x - c.x, p.y - c.y
    local d = dx * dx + dy * dy
    if d < least then
      least = d
      best = i
    end
  end
  return best
end

local function main(n)
  local points, centers = {}, {}
  local seed, moves = 17, 0
  for i = 1, n do
    seed = (seed * 16807) % 2147483647
    local x = seed % 10007 * 0.01
    seed = (seed * 16807) % 2147483647
    points[i] = {x = x, y = seed % 10009 * 0.01, group = 1}
  end
  for i = 1, 12 do centers[i] = {x = points[i].x, y = points[i].y, count = 0} end
  for round = 1, 10 do
    for i = 1, n do
      local group = nearest(points[i], centers)
      if group ~= points[i].group then
        moves = moves + 1
        points[i].group = group
      end
    end
    local sums = {}
    for i = 1, 12 do sums[i] = {x = 0.0, y = 0.0, count = 0} end
    for i = 1, n do
      local p = points[i]
      local sum = sums[p.group]
      sum.x = sum.x + p.x
      sum.y = sum.y + p.y
      sum.count = sum.count + 1
    end
    for i = 1, 12 do
      local c = sums[i]
      centers[i] = {x = c.x / c.count, y = c.y / c.count, count = c.count}
    end
  end
  local check = 0
  for i = 1, 12 do
    local c = centers[i]
    check = check + floor(c.x * 1000) + floor(c.y * 1000) + c.count
  end
  return moves .. " " .. check
end

print("kmeans " .. main(N))
