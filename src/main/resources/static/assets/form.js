// Draws <div data-form-schema data-url data-values> inside a <form> with form-js. When the form is sent its values go into hidden
// inputs named by their keys; the server validates them again. Without scripts the plain fields inside are sent instead.
(() => {
  const put = (form, name, value) => {
    const input = Object.assign(document.createElement('input'), {type: 'hidden', name, value: typeof value === 'object' ? JSON.stringify(value) : String(value)});
    input.dataset.fromForm = 'yes';
    form.append(input);
  };

  countersign.each('[data-form-schema]', async element => {
    const [schema] = await Promise.all([countersign.text(element.dataset.url), countersign.load(element)]);
    const canvas = element.appendChild(document.createElement('div'));
    const viewer = new FormViewer.Form({container: canvas});
    await viewer.importSchema(JSON.parse(schema), JSON.parse(element.dataset.values || '{}'));
    element.querySelector('[data-form-plain]')?.remove();
    const form = element.closest('form');
    form.addEventListener('submit', event => {
      const {data, errors} = viewer.submit();
      if (Object.keys(errors).length) {
        event.preventDefault();
        event.stopImmediatePropagation();
        canvas.querySelector('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors select')?.focus();
        return;
      }
      form.querySelectorAll('[data-from-form]').forEach(input => input.remove());
      Object.entries(data).filter(([, value]) => value !== null && value !== undefined).forEach(([name, value]) => put(form, name, value));
    }, true);
    // Inside a line of text Enter would send the surrounding form: nothing is decided by Enter.
    element.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault(); });
  });
})();
