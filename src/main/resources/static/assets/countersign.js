// What every page does: CSRF for htmx, times in words, copying, the keyboard, the choice of theme. It decides nothing.
(() => {
  const minute = 60, hour = 3600, day = 86400;
  const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', timeZoneName: 'short'});
  const date = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric'});

  const span = seconds => {
    if (seconds < minute) return `${Math.floor(seconds)} s`;
    if (seconds < hour) return `${Math.floor(seconds / minute)} min`;
    if (seconds < 2 * day) {
      const minutes = Math.floor(seconds % hour / minute);
      return `${Math.floor(seconds / hour)} h${minutes && seconds < 10 * hour ? ` ${minutes} min` : ''}`;
    }
    return `${Math.floor(seconds / day)} days`;
  };
  const wall = at => (at.toDateString() === new Date().toDateString() ? '' : date.format(at) + ' ') + clock.format(at);
  const utc = at => at.toISOString().replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');

  const tell = element => {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) return;
    const seconds = (Date.now() - at) / 1000;
    element.title = utc(at);
    if ('until' in element.dataset) {
      element.textContent = (seconds < 0 ? `in ${span(-seconds)}` : `over for ${span(seconds)}`) + ` · ${wall(at)}`;
      element.classList.toggle('cs-over', seconds >= 0);
    } else {
      element.textContent = (seconds < 5 ? 'just now' : `${span(seconds)} ago`) + ` · ${wall(at)}`;
    }
  };
  const tellAll = (root = document) => root.querySelectorAll('time[data-relative], time[data-until]').forEach(tell);

  const copy = async button => {
    const icon = button.querySelector('.bi');
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      icon?.classList.replace('bi-copy', 'bi-check2');
      say('Copied');
    } catch {
      // No clipboard (plain http): show all of it, selected, for the person to copy.
      const text = button.querySelector('span');
      text.textContent = button.dataset.copy;
      getSelection().selectAllChildren(text);
    }
    setTimeout(() => icon?.classList.replace('bi-check2', 'bi-copy'), 1500);
  };
  const say = words => {
    let region = document.getElementById('cs-say');
    if (!region) {
      region = Object.assign(document.createElement('div'), {id: 'cs-say', className: 'visually-hidden'});
      region.setAttribute('role', 'status');
      document.body.append(region);
    }
    region.textContent = words;
  };

  const rows = () => [...document.querySelectorAll('[data-keys] tbody tr, [data-keys] > [data-key-row]')];
  const move = step => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex(row => row.contains(document.activeElement));
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)];
    (next.querySelector('a.cs-row') || next.querySelector('a, button') || next).focus();
    next.scrollIntoView({block: 'nearest'});
  };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => document.activeElement?.closest('tr, [data-key-row]')?.querySelector('input[type=checkbox]')?.click(),
    '/': () => (document.getElementById('search') ?? document.querySelector('[type=search]'))?.focus(),
    '!': () => document.querySelector('a.cs-stop')?.click(),
    '?': () => document.getElementById('keys')?.showModal()
  };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input, textarea, select, [contenteditable], dialog, .fjs-container')) {
      if (event.key === 'Escape' && event.target.matches('[type=search]')) event.target.blur();
      return;
    }
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.dataset.copy) copy(button);
    if ('showKeys' in button.dataset) document.getElementById('keys')?.showModal();
    if ('back' in button.dataset) history.back();
  });

  // A second click must not send a form twice; the page that comes back says what happened.
  addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
    setTimeout(() => delete event.target.dataset.sent, 4000);
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

  const chosen = document.querySelector('[data-theme-choice]');
  if (chosen) {
    let stored = 'auto';
    try { stored = localStorage.getItem('theme') || 'auto'; } catch { /* storage is switched off */ }
    chosen.querySelectorAll('input').forEach(input => { input.checked = input.value === stored; });
    chosen.addEventListener('change', event => {
      try { localStorage.setItem('theme', event.target.value); } catch { /* lasts for this page only */ }
      dispatchEvent(new Event('theme-chosen'));
    });
  }

  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('meta[name=csrf-token]');
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = token.content;
  });
  document.addEventListener('htmx:load', event => tellAll(event.detail.elt));
  // Show the words of a refusal instead of swallowing it.
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader('Content-Type')?.startsWith('text/html')) event.detail.shouldSwap = true;
  });

  tellAll();
  setInterval(tellAll, 15000);
})();

// Loads a vendored script and its styles once, when a page shows something that needs them.
window.countersign = (() => {
  const loaded = new Map();
  const script = url => loaded.get(url) ?? loaded.set(url, new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement('script'), {src: url, onload: done, onerror: failed}));
  })).get(url);
  const style = url => loaded.get(url) ?? loaded.set(url, document.head.appendChild(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: url}))).get(url);
  return {
    async load(element) {
      (element.dataset.styles ?? '').split(' ').filter(Boolean).forEach(style);
      await script(element.dataset.script);
    },
    async text(url) {
      const answer = await fetch(url, {headers: {Accept: '*/*'}});
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      return answer.text();
    },
    words: list => (list ?? '').split(' ').filter(Boolean),
    /** Calls show(element) for each match, now and in what htmx brings in later. */
    each(selector, show) {
      const run = root => {
        const found = [...root.querySelectorAll(selector)];
        if (root.matches?.(selector)) found.push(root);
        found.filter(element => !element.dataset.shown).forEach(element => {
          element.dataset.shown = 'yes';
          show(element).catch(problem => {
            console.error(problem);
            element.classList.add('cs-not-shown');
            element.append(Object.assign(document.createElement('p'), {textContent: 'This could not be drawn. What it shows is also said in words on this page. Reload to try again.'}));
          });
        });
      };
      run(document);
      document.addEventListener('htmx:load', event => run(event.detail.elt));
    }
  };
})();
