local N = tonumber(arg and arg[1]) or 900

local function matrix(n)
  local rows = {}
  local seed = 9
  for y = 1, n do
    local row = {}
    for x = 1, n do
      seed = (seed * 16807) % 2147483647
      row[x] = seed % 2001 * 0.001 - 1.0
    end
    rows[y] = row
  end
  return rows
end

local function eliminate(m, n)
  local exponent = 0.0
  for k = 1, n do
    local pivot = k
    for y = k + 1, n do
      if math.abs(m[y][k]) > math.abs(m[pivot][k]) then pivot = y end
    end
    local row = m[pivot]
    m[pivot] = m[k]
    m[k] = row
    exponent = exponent + math.log(math.abs(row[k]))
    for y = k + 1, n do
      local factor = m[y][k] / row[k]
      for x = k + 1, n do m[y][x] = m[y][x] - factor * row[x] end
    end
  end
  return exponent
end

local function main(n)
  return string.format("%d", math.floor(eliminate(matrix(n), n) * 1000000))
end

print("determinant " .. main(N))
