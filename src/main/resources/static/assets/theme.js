// Sets light or dark before the page is drawn, so that nothing flashes. Choice: localStorage 'theme' = auto | light | dark.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let choice = 'auto';
    try { choice = localStorage.getItem('theme') || 'auto'; } catch { /* storage is switched off: follow the system */ }
    document.documentElement.dataset.bsTheme = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('theme-chosen', apply);
})();
