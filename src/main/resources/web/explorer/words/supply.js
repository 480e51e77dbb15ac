// Texts of the view of supply: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'supply.by': ['Measured by', 'Gemeten naar'],
  'supply.by.CONTRACTS': ['products under contract', 'gecontracteerde producten'],
  'supply.by.DELIVERIES': ['youths who are helped', 'jeugdigen die hulp krijgen'],
  'supply.by.refused': [
    'The chosen role may see neither deliveries nor statistics. Choose contracts, or look as a steward or an analyst.',
    'De gekozen rol mag geen leveringen en geen statistiek zien. Kies contracten, of kijk als gegevensbeheerder of analist.',
  ],
  'supply.cell': ['One segment in one municipality', 'Eén segment in één gemeente'],
  'supply.cell.apart': [
    'The municipality does not take part in this segment on this day.',
    'De gemeente neemt op deze dag niet deel aan dit segment.',
  ],
  'supply.cell.explanation': [
    'Who is contracted for at least one product of the segment, and the products for which nobody is.',
    'Wie gecontracteerd is voor minstens één product van het segment, en de producten waarvoor niemand dat is.',
  ],
  'supply.choose': ['Choose …', 'Kies …'],
  'supply.concentration': ['In how few hands', 'In hoe weinig handen'],
  'supply.concentration.explanation': [
    'The index of Herfindahl and Hirschman (HHI) of each segment: near 0 many small providers, 10,000 one provider for all.',
    'De index van Herfindahl en Hirschman (HHI) per segment: bij 0 veel kleine aanbieders, bij 10.000 één aanbieder voor alles.',
  ],
  'supply.contracts': ['Contracts over time', 'Contracten door de tijd'],
  'supply.contracts.explanation': [
    'How many contracts (one provider, one product) there are at the start of each quarter, by the segment of the product on that day.',
    'Hoeveel contracten (één aanbieder, één product) er zijn bij het begin van elk kwartaal, naar het segment van het product op die dag.',
  ],
  'supply.contracts.unit': ['Contracts', 'Contracten'],
  'supply.coverage': ['Who delivers where', 'Wie levert waar'],
  'supply.coverage.explanation': [
    'In each cell the number of providers contracted for at least one product of the segment. Choose a cell to see who.',
    'In elke cel het aantal aanbieders met een contract voor minstens één product van het segment. Kies een cel om te zien wie.',
  ],
  'supply.coverage.left': [
    '{count} segments are not shown: their scheme places no products ({schemes}).',
    '{count} segmenten staan hier niet: hun indeling plaatst geen producten ({schemes}).',
  ],
  'supply.coverage.told': [
    'Providers: {providers}. Products: {products}, of which without a provider: {open}.',
    'Aanbieders: {providers}. Producten: {products}, waarvan zonder aanbieder: {open}.',
  ],
  'supply.equal': ['As if so many equal providers', 'Als bij zoveel gelijke aanbieders'],
  'supply.hhi': ['HHI', 'HHI'],
  'supply.hhi.left': ['left out: too few persons', 'weggelaten: te weinig personen'],
  'supply.hhi.short': ['{hhi} · {providers} providers', '{hhi} · {providers} aanbieders'],
  'supply.hhi.told': [
    'HHI {hhi}, as if {equal} equal providers; there are {providers}.',
    'HHI {hhi}, als bij {equal} gelijke aanbieders; het zijn er {providers}.',
  ],
  'supply.lost.coverage': [
    'Segments in municipalities without a provider then',
    'Segmenten in gemeenten dan zonder aanbieder',
  ],
  'supply.lost.place': [
    'Loses its last provider (segment)',
    'Verliest de laatste aanbieder (segment)',
  ],
  'supply.lost.product': [
    'Loses its last provider (product)',
    'Verliest de laatste aanbieder (product)',
  ],
  'supply.lost.products': ['Products without a provider then', 'Producten dan zonder aanbieder'],
  'supply.next': ['Hangs on one provider then', 'Hangt dan aan één aanbieder'],
  'supply.next.one': ['Hangs on this provider then', 'Hangt dan aan deze aanbieder'],
  'supply.next.providers': [
    'Providers on whom something hangs then, alone',
    'Aanbieders aan wie dan iets hangt, als enige',
  ],
  'supply.noSegment': ['In no segment', 'In geen segment'],
  'supply.nothing': ['none', 'geen'],
  'supply.place': ['Segment and municipality', 'Segment en gemeente'],
  'supply.products': ['Products', 'Producten'],
  'supply.provider': ['Provider', 'Aanbieder'],
  'supply.providers': ['Providers', 'Aanbieders'],
  'supply.remarks': ['Remarks', 'Opmerkingen'],
  'supply.share': ['Part of the products, %', 'Deel van de producten, %'],
  'supply.share.short': ['{percent}% ({count})', '{percent}% ({count})'],
  'supply.sign.empty': [
    'Empty: takes no part in the segment.',
    'Leeg: neemt niet deel aan het segment.',
  ],
  'supply.sign.gap': ['A gap: nobody is contracted.', 'Een gat: niemand is gecontracteerd.'],
  'supply.sign.none': [
    'No products are placed in the segment.',
    'In het segment zijn geen producten ingedeeld.',
  ],
  'supply.sign.part': ['Takes part in some of it only.', 'Neemt maar aan een deel deel.'],
  'supply.sign.part.named': [
    'Takes part in some of it only: {parts}.',
    'Neemt maar aan een deel deel: {parts}.',
  ],
  'supply.sign.unstated': [
    'No participation stated: counted in all segments of its region.',
    'Geen deelname vermeld: telt mee in alle segmenten van de regio.',
  ],
  'supply.single': ['Single points of failure', 'Enige aanbieders'],
  'supply.single.coverage': ['The only one in', 'De enige in'],
  'supply.single.explanation': [
    'Providers without whom a product, or a segment in a municipality, has no provider.',
    'Aanbieders zonder wie een product, of een segment in een gemeente, geen aanbieder heeft.',
  ],
  'supply.single.none': [
    'On this day everything has at least two providers.',
    'Op deze dag heeft alles minstens twee aanbieders.',
  ],
  'supply.single.products': ['The only one for', 'De enige voor'],
  'supply.substitute': ['Could take over', 'Zou kunnen overnemen'],
  'supply.substitutes': ['Who could take over', 'Wie zou kunnen overnemen'],
  'supply.substitutes.hint': [
    'In brackets the number of products. By contract only: nobody knows what room they have. Shown: {shown} of {all}.',
    'Tussen haakjes het aantal producten. Alleen volgens contract: niemand weet welke ruimte zij hebben. Getoond: {shown} van {all}.',
  ],
  'supply.substitutes.none': [
    'Nobody else is contracted for any of it.',
    'Niemand anders is voor iets daarvan gecontracteerd.',
  ],
  'supply.toNetwork': ['Show in the network', 'In het netwerk tonen'],
  'supply.uncovered': ['Products without a provider', 'Producten zonder aanbieder'],
  'supply.whatif': ['What if a provider ends', 'Wat als een aanbieder stopt'],
  'supply.whatif.all': ['All its contracts', 'Al zijn contracten'],
  'supply.whatif.away': [
    'This provider is not there on this day. Choose another.',
    'Deze aanbieder is er op deze dag niet. Kies een andere.',
  ],
  'supply.whatif.button': ['What if it ends', 'Wat als deze stopt'],
  'supply.whatif.choose': [
    'Choose a provider here, in a list, or in a cell of the matrix.',
    'Kies een aanbieder hier, in een lijst of in een cel van de matrix.',
  ],
  'supply.whatif.ending': ['What ends', 'Wat stopt'],
  'supply.whatif.explanation': [
    'What is left without a provider if its contracts end, whom it helps now, and who is contracted for the same.',
    'Wat zonder aanbieder komt te zitten als de contracten eindigen, wie nu hulp krijgt, en wie voor hetzelfde gecontracteerd is.',
  ],
  'supply.whatif.kind': ['Consequence', 'Gevolg'],
  'supply.whatif.what': ['What', 'Wat'],
  'supply.youths.exact': [
    'Youths with help on {on}, of those whom the chosen role may see (exact)',
    'Jeugdigen met hulp op {on}, van wie de gekozen rol mag zien (exact)',
  ],
  'supply.youths.left': [
    'Youths with help: left out of the statistics of {on}. {why}',
    'Jeugdigen met hulp: weggelaten uit de statistiek van {on}. {why}',
  ],
  'supply.youths.published': [
    'Youths with help, from the published statistics of {on} (rounded)',
    'Jeugdigen met hulp, uit de gepubliceerde statistiek van {on} (afgerond)',
  ],
  'supply.youths.unknown': [
    'Youths with help: not known to the chosen role',
    'Jeugdigen met hulp: niet bekend voor de gekozen rol',
  ],

  'view.supply': ['Who delivers what', 'Wie levert wat'],
};
