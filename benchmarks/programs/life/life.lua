local N = tonumber(arg and arg[1]) or 600

local function step(grid, size)
  local following = {}
  for y = 0, size - 1 do
    local above, here, below = grid[(y + size - 1) % size], grid[y], grid[(y + 1) % size]
    local row = {}
    for x = 0, size - 1 do
      local l, r = (x + size - 1) % size, (x + 1) % size
      local around = above[l] + above[x] + above[r] + here[l] + here[r] + below[l] + below[x] + below[r]
      if around == 3 or (around == 2 and here[x] == 1) then row[x] = 1 else row[x] = 0 end
    end
    following[y] = row
  end
  return following
end

local function main(n)
  local size = 200
  local grid = {}
  local seed = 3
  for y = 0, size - 1 do
    local row = {}
    for x = 0, size - 1 do
      seed = (seed * 16807) % 2147483647
      if seed % 3 == 0 then row[x] = 1 else row[x] = 0 end
    end
    grid[y] = row
  end
  for i = 1, n do grid = step(grid, size) end
  local check = 0
  for y = 0, size - 1 do
    for x = 0, size - 1 do check = (check * 2 + grid[y][x]) % 1000003 end
  end
  return check
end

print("life " .. main(N))
