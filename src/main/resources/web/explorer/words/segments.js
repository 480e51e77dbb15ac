// Texts of the view of segments: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'confidence.HIGH': ['high', 'hoog'],
  'confidence.LOW': ['low', 'laag'],
  'confidence.MEDIUM': ['medium', 'midden'],
  'confidence.NONE': ['not stated', 'niet vermeld'],

  'segments.all': ['All segments', 'Alle segmenten'],
  'segments.category': ['Category', 'Categorie'],
  'segments.category.none': [
    'No category: the code stands for none',
    'Geen categorie: de code staat voor geen',
  ],
  'segments.changes': ['What changed', 'Wat er veranderde'],
  'segments.changes.count': [
    'Between {since} and {day}, {count} of {all} products are placed elsewhere.',
    'Tussen {since} en {day} zijn {count} van {all} producten anders ingedeeld.',
  ],
  'segments.changes.explanation': [
    'Products whose segment on the day at the top differs from that on an earlier day, from the old segment to the new one.',
    'Producten met op de dag bovenaan een ander segment dan op een eerdere dag, van het oude segment naar het nieuwe.',
  ],
  'segments.changes.none': [
    'Between {since} and {day} no product is placed elsewhere.',
    'Tussen {since} en {day} is geen product anders ingedeeld.',
  ],
  'segments.confidence': ['Confidence', 'Zekerheid'],
  'segments.fact': [
    '{name}: {status}, source {source}, place: {place}, confidence: {confidence}',
    '{name}: {status}, bron {source}, vindplaats: {place}, zekerheid: {confidence}',
  ],
  'segments.group': ['Only for contract group {group}', 'Alleen voor contractgroep {group}'],
  'segments.lines': [
    'Products: {count}. Confidence: {sure}',
    'Producten: {count}. Zekerheid: {sure}',
  ],
  'segments.none': ['In no segment', 'In geen segment'],
  'segments.odd': ['What is odd', 'Wat opvalt'],
  'segments.odd.category': ['Code without a category', 'Code zonder categorie'],
  'segments.odd.clusters': ['In several clusters', 'In meer clusters'],
  'segments.odd.count': ['{count} of {all}', '{count} van {all}'],
  'segments.odd.explanation': [
    'How many products are in no segment or in several, or placed with less than high confidence; the table names them.',
    'Hoeveel producten in geen of in meer segmenten staan, of met minder dan hoge zekerheid zijn ingedeeld; de tabel noemt ze.',
  ],
  'segments.odd.group': ['Only for one contract group', 'Alleen voor één contractgroep'],
  'segments.odd.kind': ['What', 'Wat'],
  'segments.odd.low': ['Confidence low', 'Zekerheid laag'],
  'segments.odd.medium': ['Confidence medium', 'Zekerheid midden'],
  'segments.odd.nameless': ['Code without a name', 'Code zonder naam'],
  'segments.odd.none': ['In no segment', 'In geen segment'],
  'segments.odd.nothing': ['Nothing is odd on this day.', 'Op deze dag valt niets op.'],
  'segments.odd.several': ['In several segments', 'In meer segmenten'],
  'segments.odd.what': ['Details', 'Bijzonderheden'],
  'segments.on': ['On {day}', 'Op {day}'],
  'segments.period': ['Period', 'Periode'],
  'segments.period.from': ['from {day}', 'vanaf {day}'],
  'segments.period.none': ['no period stated', 'geen periode vermeld'],
  'segments.period.to': ['until {day}', 'tot {day}'],
  'segments.place': ['Place in the source', 'Vindplaats'],
  'segments.place.none': ['not stated', 'niet vermeld'],
  'segments.placement': ['From product to segment', 'Van product naar segment'],
  'segments.placement.explanation': [
    'Each line is as thick as the number of products that are placed so. Choose a segment to see its products.',
    'Elke lijn is zo dik als het aantal producten dat zo is ingedeeld. Kies een segment om de producten te zien.',
  ],
  'segments.purpose': ['Made for', 'Gemaakt voor'],
  'segments.since': ['Compare with', 'Vergelijken met'],
  'segments.source': ['Source', 'Bron'],
  'segments.sources': ['Sources: {sources}', 'Bronnen: {sources}'],
  'segments.status': ['How the source says it', 'Hoe de bron het zegt'],
  'segments.sure': ['confidence {what}', 'zekerheid {what}'],

  'view.segments': ['Segments', 'Segmenten'],
};
