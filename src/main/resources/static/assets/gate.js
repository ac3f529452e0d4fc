// The gate: drop files onto <div data-drop>, and play the way to a finding in the drawing of its <div data-proved>. Both work without: as a file field, as a list.
(() => {
  countersign.each('[data-drop]', async zone => {
    const input = zone.querySelector('input[type=file]'), list = zone.querySelector('[data-files]');
    const chosen = new Map();
    const put = () => {
      const all = new DataTransfer();
      chosen.forEach(file => all.items.add(file));
      input.files = all.files;
      list.replaceChildren(...[...chosen.values()].map(file => {
        const line = document.createElement('li'), drop = document.createElement('button');
        line.textContent = `${file.name} · ${Math.max(1, Math.round(file.size / 1024))} KiB `;
        Object.assign(drop, {type: 'button', className: 'btn btn-sm btn-outline-secondary', textContent: 'Take away'});
        drop.setAttribute('aria-label', `Take away ${file.name}`);
        drop.addEventListener('click', () => { chosen.delete(file.name); put(); input.focus(); });
        line.append(drop);
        return line;
      }));
    };
    const add = files => { [...files].forEach(file => chosen.set(file.name, file)); put(); };
    input.addEventListener('change', () => add([...input.files]));
    ['dragenter', 'dragover'].forEach(name => zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add('cs-dropping'); }));
    ['dragleave', 'drop'].forEach(name => zone.addEventListener(name, () => zone.classList.remove('cs-dropping')));
    zone.addEventListener('drop', event => { event.preventDefault(); add(event.dataTransfer.files); });
  });

  const button = (icon, label) => {
    const made = Object.assign(document.createElement('button'), {type: 'button', className: 'btn btn-sm btn-outline-secondary', innerHTML: `<i class="bi bi-${icon}" aria-hidden="true"></i>`});
    made.setAttribute('aria-label', label);
    made.title = label;
    return made;
  };

  const player = (trace, proved, viewer) => {
    const canvas = viewer.get('canvas'), registry = viewer.get('elementRegistry');
    const steps = [...trace.querySelectorAll('[data-step]')], said = Object.assign(document.createElement('span'), {className: 'cs-trace-said'});
    said.setAttribute('role', 'status');
    let at = -1;
    const wipe = () => registry.getAll().forEach(({id}) => ['cs-done', 'cs-active'].forEach(marker => canvas.removeMarker(id, marker)));
    const show = number => {
      at = Math.min(Math.max(number, 0), steps.length - 1);
      wipe();
      proved.querySelectorAll('.cs-step-now').forEach(step => step.classList.remove('cs-step-now'));
      steps.slice(0, at).filter(step => registry.get(step.dataset.step)).forEach(step => canvas.addMarker(step.dataset.step, 'cs-done'));
      const here = steps[at], shape = registry.get(here.dataset.step);
      here.classList.add('cs-step-now');
      if (shape) {
        canvas.removeMarker(shape.id, 'cs-done');
        canvas.addMarker(shape.id, 'cs-active');
        if (canvas.zoom() < 0.6) canvas.zoom(0.75);
        canvas.scrollToElement(shape.waypoints ? shape.target ?? shape : shape, 160);
      }
      said.textContent = `Step ${at + 1} of ${steps.length}: ${here.firstElementChild.textContent}`;
    };
    const bar = Object.assign(document.createElement('div'), {className: 'cs-trace-bar'});
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'Play the way there');
    const first = button('skip-start', 'First step'), back = button('caret-left', 'One step back'), on = button('caret-right', 'One step on'), last = button('skip-end', 'To the finding');
    first.addEventListener('click', () => show(0));
    back.addEventListener('click', () => show(at - 1));
    on.addEventListener('click', () => show(at + 1));
    last.addEventListener('click', () => show(steps.length - 1));
    bar.append(first, back, on, last, said);
    trace.querySelector('summary').after(bar);
    trace.addEventListener('keydown', event => {
      const move = {ArrowLeft: () => at - 1, ArrowRight: () => at + 1, Home: () => 0, End: () => steps.length - 1}[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      show(move());
    });
    steps.forEach((step, number) => step.addEventListener('click', () => show(number)));
  };

  document.addEventListener('diagram-drawn', event => {
    const proved = event.target.closest('[data-proved]');
    proved?.querySelectorAll('[data-trace]').forEach(trace => player(trace, proved, event.detail));
    proved?.classList.add('cs-playable');
  });
})();
