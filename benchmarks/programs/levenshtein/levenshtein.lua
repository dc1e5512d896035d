local N = tonumber(arg and arg[1]) or 5000

local function word(n, seed)
  local letters = {}
  for i = 1, n do
    seed = (seed * 16807) % 2147483647
    local at = seed % 8 + 1
    letters[i] = ("abcdefgh"):sub(at, at)
  end
  return table.concat(letters)
end

local function distance(a, b)
  local rows = {{}}
  for j = 0, #b do rows[1][j + 1] = j end
  for i = 1, #a do
    local row = {i}
    for j = 1, #b do
      local best = rows[i][j]
      if a:byte(i) ~= b:byte(j) then best = best + 1 end
      if rows[i][j + 1] + 1 < best then best = rows[i][j + 1] + 1 end
      if row[j] + 1 < best then best = row[j] + 1 end
      row[j + 1] = best
    end
    rows[i + 1] = row
  end
  return rows[#a + 1][#b + 1]
end

local function main(n)
  return distance(word(n, 11), word(n, 12))
end

print("levenshtein " .. main(N))
