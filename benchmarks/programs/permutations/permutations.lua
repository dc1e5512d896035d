local N = tonumber(arg and arg[1]) or 10

local function permutations(prefix, rest)
  return coroutine.wrap(function()
    if #rest == 0 then
      coroutine.yield(prefix)
    else
      for i = 1, #rest do
        local fewer, longer = {}, {}
        for j = 1, #rest do
          if j ~= i then fewer[#fewer + 1] = rest[j] end
        end
        for j = 1, #prefix do longer[j] = prefix[j] end
        longer[#longer + 1] = rest[i]
        for each in permutations(longer, fewer) do coroutine.yield(each) end
      end
    end
  end)
end

local function main(n)
  local all, check, count = {}, 0, 0
  for i = 1, n do all[i] = i end
  for p in permutations({}, all) do
    count = count + 1
    for i = 1, #p do check = (check * 3 + p[i]) % 1000003 end
  end
  return count .. " " .. check
end

print("permutations " .. main(N))
