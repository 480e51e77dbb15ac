// text: The partners of this network do not cover all expertise that it needs.
// quotation: De volgende expertise moet tenminste in de netwerksamenwerking
//   vertegenwoordigd/beschikbaar zijn: licht verstandelijke beperking (LVB), geestelijke
//   gezondheidszorg (GGZ), Jeugd en opvoedhulp (J&O) en Verslavingszorg
// place: S3, text lines 408-410
MATCH (network:Network)<-[partner:PARTNER_IN]-(provider:Provider)
WITH network,
  CASE WHEN count(partner.validFrom) = count(*) THEN min(partner.validFrom) END AS since,
  CASE WHEN count(partner.validTo) = count(*) THEN max(partner.validTo) END AS until,
  collect({
    since: partner.validFrom, until: partner.validTo, expertise: provider.expertise
  }) AS partners
UNWIND ['LVB', 'GGZ', 'JO', 'ADDICTION'] AS needed
RETURN network, since, until,
  [partner IN partners
    WHERE partner.expertise IS NULL OR needed IN partner.expertise] AS covered
