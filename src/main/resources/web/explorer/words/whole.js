// Texts of the picture of the whole network: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'whole.community': ['Community', 'Gemeenschap'],
  'whole.cut.legend': [
    'Double ring: cut point, its part falls apart without it',
    'Dubbele ring: snijpunt, zonder dit valt het deel uiteen',
  ],
  'whole.explanation': [
    'Who shares contracts, networks or youths with whom: a wider line is a stronger tie, a larger sign is more central, and colour, shape and number give the community.',
    'Wie contracten, netwerken of jeugdigen deelt met wie: een bredere lijn is een sterkere band, een groter teken staat centraler, en kleur, vorm en nummer geven de gemeenschap.',
  ],
  'whole.label': [
    'Picture of the whole network; the table has all measures',
    'Beeld van het hele netwerk; de tabel geeft alle maten',
  ],
  'whole.least': ['Ties from weight', 'Banden vanaf gewicht'],
  'whole.leftOut': [
    '{drawn} ties are drawn; {left} with a weight below {least} are left out. The measures count all.',
    '{drawn} banden zijn getekend; {left} met een gewicht onder {least} zijn weggelaten. De maten tellen alle.',
  ],
  'whole.legend': ['Communities', 'Gemeenschappen'],
  'whole.legend.hint': ['Let it stand out', 'Laten opvallen'],
  'whole.measure.betweenness': ['Betweenness', 'Tussenpositie'],
  'whole.measure.community': ['Community', 'Gemeenschap'],
  'whole.measure.component': ['Part', 'Deel'],
  'whole.measure.cutPoint': ['Cut point', 'Snijpunt'],
  'whole.measure.degree': ['Degree', 'Graad'],
  'whole.measure.pageRank': ['PageRank', 'PageRank'],
  'whole.measure.weightedDegree': ['Weighted degree', 'Gewogen graad'],
  'whole.more': ['and {count} smaller ones in the table', 'en nog {count} kleinere in de tabel'],
  'whole.no': ['no', 'nee'],
  'whole.nobody': [
    'Nobody is tied to another on this day. Choose another day, region or kind.',
    'Niemand is op deze dag met een ander verbonden. Kies een andere dag, regio of soort.',
  ],
  'whole.of': ['Tied by', 'Verbonden door'],
  'whole.of.CONTRACTS': ['contracts for the same products', 'contracten voor dezelfde producten'],
  'whole.of.DELIVERIES': ['help to the same youths', 'hulp aan dezelfde jeugdigen'],
  'whole.of.PARTNERSHIPS': ['partnership in the same networks', 'partnerschap in dezelfde netwerken'],
  'whole.own': [
    'Counted over the deliveries that this role may see on the day.',
    'Geteld over de leveringen die deze rol op de dag mag zien.',
  ],
  'whole.published': [
    'Published numbers of the quarter that began on {day}; {count} ties are left out, because they are about too few youths, and the measures do not count them.',
    'Gepubliceerde aantallen van het kwartaal dat begon op {day}; {count} banden zijn weggelaten, omdat ze over te weinig jeugdigen gaan, en tellen niet mee in de maten.',
  ],
  'whole.size': ['Size', 'Grootte'],
  'whole.size.betweenness': ['betweenness', 'tussenpositie'],
  'whole.size.degree': ['degree', 'graad'],
  'whole.size.pageRank': ['PageRank', 'PageRank'],
  'whole.title': ['Whole network', 'Het hele netwerk'],
  'whole.told': [
    'Actors: {actors}. Ties: {ties}. Communities: {communities}. Cut points: {cut}. Parts without a tie to each other: {components}.',
    'Actoren: {actors}. Banden: {ties}. Gemeenschappen: {communities}. Snijpunten: {cut}. Delen zonder band met elkaar: {components}.',
  ],
  'whole.yes': ['yes', 'ja'],
};
