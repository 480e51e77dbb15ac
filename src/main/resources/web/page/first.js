// Colours and language before anything is painted, so that a dark page never flashes white. Not a
// module: those run too late.

{
  const theme = localStorage.getItem('jeugdgraaf:theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
}
