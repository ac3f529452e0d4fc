// Draws <div data-diagram data-url data-active data-done data-failed> with bpmn-js and marks where the run stands.
// Elements with data-diagram-step="<element ids>" on the page light those elements while they have focus or the pointer.
(() => {
  const mark = (canvas, registry, ids, marker) => ids.filter(id => registry.get(id)).forEach(id => canvas.addMarker(id, marker));

  // As high as the drawing is at full width, within bounds; a large one opens where the run stands.
  const fit = (element, canvas, registry) => {
    const {inner} = canvas.viewbox();
    element.style.height = `${Math.min(Math.max(inner.height * Math.min(element.clientWidth / inner.width, 1) + 40, 240), 640)}px`;
    canvas.resized();
    const here = countersign.words(element.dataset.active).map(id => registry.get(id)).find(Boolean);
    if (canvas.zoom('fit-viewport', 'auto') < 0.5 && here) {
      canvas.zoom(0.75, {x: here.x + here.width / 2, y: here.y + here.height / 2});
      canvas.scrollToElement(here, 160);
    }
  };

  const controls = viewer => {
    const box = Object.assign(document.createElement('div'), {className: 'cs-zoom'});
    const canvas = viewer.get('canvas');
    const button = (icon, label, act) => {
      const made = Object.assign(document.createElement('button'), {type: 'button', className: 'btn btn-sm btn-outline-secondary', onclick: act});
      made.setAttribute('aria-label', label);
      made.title = label;
      made.innerHTML = `<i class="bi bi-${icon}" aria-hidden="true"></i>`;
      box.append(made);
    };
    button('zoom-in', 'Larger', () => canvas.zoom(canvas.zoom() * 1.2));
    button('zoom-out', 'Smaller', () => canvas.zoom(canvas.zoom() / 1.2));
    button('arrows-fullscreen', 'Show all of it', () => canvas.zoom('fit-viewport', 'auto'));
    return box;
  };

  const light = (viewer, on) => event => {
    const step = event.target.closest?.('[data-diagram-step]');
    if (!step) return;
    const canvas = viewer.get('canvas'), registry = viewer.get('elementRegistry');
    countersign.words(step.dataset.diagramStep).filter(id => registry.get(id))
        .forEach(id => on ? canvas.addMarker(id, 'cs-lit') : canvas.removeMarker(id, 'cs-lit'));
  };

  countersign.each('[data-diagram]', async element => {
    const [xml] = await Promise.all([countersign.text(element.dataset.url), countersign.load(element)]);
    // Turning the wheel scrolls the page: a diagram in the way must not catch it.
    const viewer = new BpmnJS({container: element, zoomScroll: {enabled: false}});
    await viewer.importXML(xml);
    const canvas = viewer.get('canvas'), registry = viewer.get('elementRegistry');
    element.querySelector('svg').setAttribute('aria-hidden', 'true');
    fit(element, canvas, registry);
    mark(canvas, registry, countersign.words(element.dataset.done), 'cs-done');
    mark(canvas, registry, countersign.words(element.dataset.failed), 'cs-failed');
    mark(canvas, registry, countersign.words(element.dataset.active), 'cs-active');
    element.append(controls(viewer));
    element.dispatchEvent(new CustomEvent('diagram-drawn', {bubbles: true, detail: viewer}));
    ['mouseover', 'focusin'].forEach(name => document.addEventListener(name, light(viewer, true)));
    ['mouseout', 'focusout'].forEach(name => document.addEventListener(name, light(viewer, false)));
  });
})();
