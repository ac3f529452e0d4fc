// Pages at which people decide: Enter decides nothing, it takes a click or the space bar on the button itself.
(() => {
  addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches?.('form[data-deliberate] input, form[data-deliberate] button[type=submit]')) event.preventDefault();
  });
})();
