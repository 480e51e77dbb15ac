// Texts of the network view: English, Dutch.

/** @type {Object<string, [string, string]>} */
export const words = {
  'network.overview': ['The network in numbers', 'Het netwerk in aantallen'],
  'network.overview.explanation': [
    'How many of each kind there are on this day. Search for one to see what it is connected with.',
    'Hoeveel er op deze dag van elke soort zijn. Zoek er een om te zien waarmee het verbonden is.',
  ],
  'network.kind': ['Kind', 'Soort'],
  'network.count': ['Number', 'Aantal'],
};
