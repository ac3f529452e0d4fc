// Replays a run in its drawing: inside <div data-replay>, the steps are elements with data-replay-element and data-replay-words, in order.
(() => {
  document.addEventListener('diagram-drawn', event => {
    const replay = event.target.closest('[data-replay]');
    if (!replay) return;
    const canvas = event.detail.get('canvas'), registry = event.detail.get('elementRegistry');
    const steps = [...replay.querySelectorAll('[data-replay-element]')];
    const at = replay.querySelector('[data-replay-at]'), said = replay.querySelector('[data-replay-said]');
    const mark = (id, marker) => { if (registry.get(id)) canvas.addMarker(id, marker); };
    const stands = registry.getAll().map(({id}) => [id, ['cs-done', 'cs-active', 'cs-failed'].filter(marker => canvas.hasMarker(id, marker))]);
    const wipe = () => registry.getAll().forEach(({id}) => ['cs-done', 'cs-active', 'cs-failed'].forEach(marker => canvas.removeMarker(id, marker)));

    const show = () => {
      const number = Number(at.value);
      wipe();
      if (number === steps.length) {
        stands.forEach(([id, markers]) => markers.forEach(marker => mark(id, marker)));
        said.textContent = `All ${steps.length} steps`;
        return;
      }
      steps.slice(0, number).forEach(step => mark(step.dataset.replayElement, 'cs-done'));
      const here = steps[number];
      canvas.removeMarker(here.dataset.replayElement, 'cs-done');
      mark(here.dataset.replayElement, 'cs-active');
      said.textContent = `Step ${number + 1} of ${steps.length}: ${here.dataset.replayWords}, ${here.querySelector('time')?.textContent ?? ''}`;
      const shape = registry.get(here.dataset.replayElement);
      if (canvas.zoom() < 0.6) canvas.zoom(0.75);
      if (shape) canvas.scrollToElement(shape, 160);
    };
    const go = by => { at.value = Math.min(Math.max(Number(at.value) + by, 0), steps.length); show(); };
    at.addEventListener('input', show);
    replay.querySelector('[data-replay-back]').addEventListener('click', () => go(-1));
    replay.querySelector('[data-replay-on]').addEventListener('click', () => go(1));
  });
})();
