// Texts of the frame: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'caller.actAs': ['Look as: {who}', 'Kijk als: {who}'],
  'caller.anonymous': ['Anonymous: public data only', 'Anoniem: alleen openbare gegevens'],
  'caller.name': ['Look as', 'Kijk als'],

  'day.date': ['Date', 'Datum'],
  'day.group': ['The day that is asked', 'De dag waarnaar wordt gevraagd'],
  'day.name': ['On', 'Op'],
  'day.play': ['Play, one month at a time', 'Afspelen, een maand per stap'],
  'day.slider': ['Day', 'Dag'],
  'day.stop': ['Stop', 'Stoppen'],
  'day.today': ['Today', 'Vandaag'],

  'frame.about': [
    'You see here only what the chosen role may see.',
    'Hier staat alleen wat de gekozen rol mag zien.',
  ],
  'frame.allRegions': ['All regions', 'Alle regio’s'],
  'frame.controls': ['Search, region and day', 'Zoeken, regio en dag'],
  'frame.dark': ['Dark colours', 'Donkere kleuren'],
  'frame.editor': ['Query editor', 'Query-editor'],
  'frame.light': ['Light colours', 'Lichte kleuren'],
  'frame.otherLanguage': ['Nederlands', 'English'],
  'frame.region': ['Region', 'Regio'],
  'frame.schema': ['Schema of this role', 'Schema van deze rol'],
  'frame.skip': ['Go to the content', 'Naar de inhoud'],
  'frame.views': ['Views', 'Weergaven'],

  'picture.csv': ['CSV', 'CSV'],
  'picture.csv.hint': ['Save the data for a spreadsheet', 'Gegevens opslaan voor een spreadsheet'],
  'picture.graphml': ['GraphML', 'GraphML'],
  'picture.graphml.hint': [
    'Save the whole network for Gephi, Cytoscape or R',
    'Het hele netwerk opslaan voor Gephi, Cytoscape of R',
  ],
  'picture.image.hint': ['Save the picture', 'Afbeelding opslaan'],
  'picture.link': ['Link', 'Link'],
  'picture.link.done': ['Copied', 'Gekopieerd'],
  'picture.link.hint': [
    'Copy a link to exactly this, without who you are',
    'Link hierheen kopiëren, zonder wie u bent',
  ],
  'picture.png': ['PNG', 'PNG'],
  'picture.query': ['Query', 'Query'],
  'picture.query.hint': ['Open the query in the editor', 'Query openen in de editor'],
  'picture.svg': ['SVG', 'SVG'],
  'picture.table': ['As a table', 'Als tabel'],

  'role.CERTIFIED_INSTITUTION': ['certified institution', 'gecertificeerde instelling'],
  'role.LOCAL_TEAM': ['local team', 'lokaal team'],
  'role.LOG_OFFICER': ['officer of the access log', 'beheerder van de toegangslog'],
  'role.MUNICIPALITY': ['municipality', 'gemeente'],
  'role.ANALYST': ['analyst', 'analist'],
  'role.NETWORK_PARTNER': ['network partner', 'netwerkpartner'],
  'role.PROVIDER': ['provider', 'aanbieder'],
  'role.REFERRER': ['referrer', 'verwijzer'],
  'role.REGION_OFFICE': ['regional office', 'regiobureau'],
  'role.SCHOOL': ['school', 'school'],
  'role.STEWARD': ['steward', 'gegevensbeheerder'],
  'role.YOUTH': ['youth', 'jeugdige'],

  'search.count': ['{count} found', '{count} gevonden'],
  'search.found': ['Found', 'Gevonden'],
  'search.hint': ['Provider, product, segment …', 'Aanbieder, product, segment …'],
  'search.name': ['Search', 'Zoeken'],
  'search.nothing': ['Nothing has this name or code.', 'Niets heeft deze naam of code.'],

  'signin.again': ['Sign in again', 'Opnieuw aanmelden'],
  'signin.impossible': [
    'Signing in is not set up on this server.',
    'Aanmelden is op deze server niet ingesteld.',
  ],
  'signin.in': ['Sign in', 'Aanmelden'],
  'signin.none': ['none', 'geen'],
  'signin.noPurpose': ['Choose a purpose …', 'Kies een doel …'],
  'signin.organisation': ['Organisation: {key}', 'Organisatie: {key}'],
  'signin.out': ['Sign out', 'Afmelden'],
  'signin.problem.failed': [
    'Signing in did not work. Try again.',
    'Aanmelden is niet gelukt. Probeer het opnieuw.',
  ],
  'signin.problem.unreachable': [
    'Where you sign in cannot be reached now.',
    'Waar u zich aanmeldt, is nu niet bereikbaar.',
  ],
  'signin.problem.unusable': [
    'This server cannot use your account. {reason}',
    'Deze server kan uw account niet gebruiken. {reason}',
  ],
  'signin.purpose': ['Purpose', 'Doel'],
  'signin.role': ['Role', 'Rol'],

  'state.again': ['Try again', 'Opnieuw proberen'],
  'state.empty': [
    'There is nothing to show on this day. Choose another day or region.',
    'Op deze dag is er niets te tonen. Kies een andere dag of regio.',
  ],
  'state.expired': [
    'You are no longer signed in. Sign in again.',
    'U bent niet meer aangemeld. Meld u opnieuw aan.',
  ],
  'state.failed': ['This could not be shown.', 'Dit kon niet worden getoond.'],
  'state.forbidden': ['The chosen role may not see this.', 'De gekozen rol mag dit niet zien.'],
  'state.forbidden.who': ['Who may: {who}.', 'Wie wel: {who}.'],
  'state.limit': [
    'This is too much for one answer. Choose one region, or narrow the filter.',
    'Dit is te veel voor één antwoord. Kies één regio of verfijn het filter.',
  ],
  'state.loading': ['Loading …', 'Laden …'],
  'state.purpose': ['This needs a purpose.', 'Hiervoor is een doel nodig.'],
  'state.suppressed': [
    '{count} numbers are left out: they are about too few persons.',
    '{count} getallen zijn weggelaten: ze gaan over te weinig personen.',
  ],
  'state.unpublished': [
    'No statistics are published yet. Soon after its start, the server publishes each complete quarter in which there was help.',
    'Er is nog geen statistiek gepubliceerd. Kort na de start publiceert de server elk volledig kwartaal waarin hulp was.',
  ],
  'state.unreachable': ['The server cannot be reached now.', 'De server is nu niet bereikbaar.'],

  'table.filter': ['Filter …', 'Filter …'],
  'table.filter.name': ['Filter the table: {caption}', 'Tabel filteren: {caption}'],
  'table.some': ['{shown} of {all} rows', '{shown} van {all} rijen'],

  'type.Agreement': ['Agreement', 'Overeenkomst'],
  'type.Cluster': ['Cluster', 'Cluster'],
  'type.Municipality': ['Municipality', 'Gemeente'],
  'type.Network': ['Network', 'Netwerk'],
  'type.Product': ['Product', 'Product'],
  'type.Provider': ['Provider', 'Aanbieder'],
  'type.Referrer': ['Referrer', 'Verwijzer'],
  'type.Segment': ['Segment', 'Segment'],

  'view.network': ['Network', 'Netwerk'],
};
