local N = tonumber(arg and arg[1]) or 13

local columns, rising, falling = {}, {}, {}

local function place(row, n)
  if row == n then return 1 end
  local found = 0
  for column = 0, n - 1 do
    if not columns[column] and not rising[row + column] and not falling[row - column + n] then
      columns[column], rising[row + column], falling[row - column + n] = true, true, true
      found = found + place(row + 1, n)
      columns[column], rising[row + column], falling[row - column + n] = false, false, false
    end
  end
  return found
end

local function main(n)
  for i = 0, 2 * n do columns[i], rising[i], falling[i] = false, false, false end
  return place(0, n)
end

print("queens " .. main(N))
