// providersSearch { edges [ node { agb name kind } ] totalCount }
CALL db.index.fulltext.queryNodes('search', $phrase) YIELD node AS p, score
WHERE p:Provider
WITH p, score ORDER BY score DESC, p.agb
WITH collect([[p.agb, p.name, p.kind]]) AS edges
RETURN [edges[..10], size(edges)] AS providersSearch
