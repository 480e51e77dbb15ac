// Texts of the view of flows: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'flows.about': [
    'Quarter {quarter} of {year}, {where}. Youths in all: {all}. Numbers are rounded to {rounded}; those under {threshold}, and others that would give these away, are left out.',
    'Kwartaal {quarter} van {year}, {where}. Jeugdigen in totaal: {all}. Getallen zijn afgerond op {rounded}; getallen onder de {threshold}, en andere die deze zouden verraden, zijn weggelaten.',
  ],
  'flows.after': ['To', 'Naar'],
  'flows.before': ['From', 'Van'],
  'flows.deliverers': ['({count} providers)', '({count} aanbieders)'],
  'flows.deliveries': ['Deliveries', 'Leveringen'],
  'flows.everywhere': ['all regions', 'alle regio’s'],
  'flows.first': ['Who delivers the first help', 'Wie de eerste hulp levert'],
  'flows.handOvers': ['From whom to whom regie passed', 'Van wie naar wie regie overging'],
  'flows.handOvers.about': [
    '{count} hand-overs after {from}, up to {to}. Exact numbers, of the trajectories that you may see.',
    '{count} overdrachten na {from}, tot en met {to}. Exacte aantallen, van de trajecten die u mag zien.',
  ],
  'flows.handOvers.explanation': [
    'Each flow is a number of hand-overs of one kind of regie, from the holder on the left to that on the right, in the year up to the day.',
    'Elke stroom is een aantal overdrachten van één soort regie, van de houder links naar die rechts, in het jaar tot en met de dag.',
  ],
  'flows.inAll': ['{all} in all', '{all} in totaal'],
  'flows.leftOut': ['left out', 'weggelaten'],
  'flows.moved': ['Hand-overs of regie', 'Overdrachten van regie'],
  'flows.moved.explanation': [
    'Youths of whom a regie passed to another holder in the quarter, by kind of regie; statistics do not say from whom to whom.',
    'Jeugdigen van wie een regie in het kwartaal overging, naar soort regie; statistieken zeggen niet van wie naar wie.',
  ],
  'flows.newSegment': ['Segment of the new stay', 'Segment van het nieuwe verblijf'],
  'flows.next': ['Who delivers what continues it', 'Wie het vervolg levert'],
  'flows.noDeliverer': ['no deliverer stated', 'geen leverancier vermeld'],
  'flows.noHandOvers': [
    'No regie of a trajectory that you may see passed to another holder in the year up to this day.',
    'Van de trajecten die u mag zien ging in het jaar tot deze dag geen regie over.',
  ],
  'flows.noHelp': ['no first help stated', 'geen eerste hulp vermeld'],
  'flows.noKind': ['kind not stated', 'soort niet vermeld'],
  'flows.noOwn': [
    'No help that you may see began in the year up to this day. Choose another day or region.',
    'In het jaar tot deze dag begon geen hulp die u mag zien. Kies een andere dag of regio.',
  ],
  'flows.noSegment': ['no segment stated', 'geen segment vermeld'],
  'flows.nobody': ['Nobody in this quarter and region. Choose another day or region.', 'Niemand in dit kwartaal en deze regio. Kies een andere dag of regio.'],
  'flows.notContinued': ['not continued', 'geen vervolg'],
  'flows.number': ['Number', 'Aantal'],
  'flows.one': ['One provider', 'Eén aanbieder'],
  'flows.other': ['The other', 'De andere'],
  'flows.otherDeliverers': ['others', 'anderen'],
  'flows.others': ['{count} others', '{count} anderen'],
  'flows.pairs': ['Providers who help the same youths', 'Aanbieders die dezelfde jeugdigen helpen'],
  'flows.pairs.explanation': [
    'Each line joins two providers who help the same youths on the first day of the quarter, the wider the more; a dashed line is a number that is left out.',
    'Elke lijn verbindt twee aanbieders die op de eerste dag van het kwartaal dezelfde jeugdigen helpen, hoe breder hoe meer; een streepjeslijn is een weggelaten getal.',
  ],
  'flows.paths': ['From referrer to first help, and on', 'Van verwijzer naar eerste hulp, en verder'],
  'flows.paths.about': [
    '{deliveries} deliveries of {youths} youths that began after {from}, up to {to}, and continue no earlier one. Exact numbers of what you may see, not statistics.',
    '{deliveries} leveringen aan {youths} jeugdigen die begonnen na {from}, tot en met {to}, en geen eerdere voortzetten. Exacte aantallen van wat u mag zien, geen statistiek.',
  ],
  'flows.paths.explanation': [
    'Read from left to right: the kind of referrer, who delivers help that began in the year up to the day, and who delivers what continues it.',
    'Lees van links naar rechts: de soort verwijzer, wie hulp levert die begon in het jaar tot en met de dag, en wie het vervolg levert.',
  ],
  'flows.referrals': ['From referrer to provider', 'Van verwijzer naar aanbieder'],
  'flows.referrals.explanation': [
    'Youths who were referred in the quarter, from the kind of referrer to who delivered the first help; a dashed arrow is a number that is left out.',
    'Jeugdigen die in het kwartaal zijn verwezen, van de soort verwijzer naar wie de eerste hulp leverde; een streepjespijl is een weggelaten getal.',
  ],
  'flows.referrerKind': ['Kind of referrer', 'Soort verwijzer'],
  'flows.regieKind': ['Kind of regie', 'Soort regie'],
  'flows.stays': ['Moves between stays', 'Doorplaatsingen'],
  'flows.stays.explanation': [
    'Youths who went from one stay to another within 30 days in the quarter, by segment of the new one; statistics do not say from where.',
    'Jeugdigen die in het kwartaal binnen 30 dagen van het ene naar het andere verblijf gingen, naar segment van het nieuwe; statistieken zeggen niet waarvandaan.',
  ],
  'flows.unnamed': ['not named', 'niet genoemd'],
  'flows.youths': ['Youths', 'Jeugdigen'],

  'view.flows': ['Flows', 'Stromen'],
};
