// Draws <div data-decision-table data-url data-decision data-fired> with dmn-js and marks the rules that fired.
(() => {
  countersign.each('[data-decision-table]', async element => {
    const [xml] = await Promise.all([countersign.text(element.dataset.url), countersign.load(element)]);
    const viewer = new DmnJS({container: element});
    await viewer.importXML(xml);
    const wanted = viewer.getViews().find(view => view.element.id === element.dataset.decision && view.type !== 'drd')
        ?? viewer.getViews().find(view => view.type === 'decisionTable');
    if (wanted) await viewer.open(wanted);
    countersign.words(element.dataset.fired).forEach(id => {
      element.querySelectorAll(`[data-row-id="${CSS.escape(id)}"]`).forEach(cell => cell.closest('tr').classList.add('cs-fired'));
    });
    element.querySelector('.cs-fired')?.scrollIntoView({block: 'nearest'});
  });
})();
