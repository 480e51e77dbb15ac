CYPHER 5
MATCH (n0:Module)
WITH n0
ORDER BY n0.start DESC,
  CASE WHEN n0.number IS :: STRING
    THEN reduce(folded = normalize(toLower(n0.number), NFKD),
      pair IN $p2 | replace(folded, pair[0], pair[1])) + '\u0000' + n0.number
    ELSE n0.number END ASC,
  n0.key ASC
WITH collect(n0) AS v0
UNWIND range(0, size(v0) - 1, 200) AS v1
RETURN 0 AS field, [COLLECT { UNWIND v0[v1..v1 + 200] AS n0 RETURN [n0.number, n0.start] }] AS row
