// A form: fields with a label, help and messages. What is typed goes to the kernel at once, in the
// same row as what is pressed: so a button never overtakes the words that were typed before it.

function control(field, id) {
  const options = (field.options ?? []).map(([value, label]) => ({ value, label }));
  switch (field.kind) {
    case 'area':
      return textControl(h('textarea', { id, rows: field.rows ?? 3, placeholder: field.placeholder }));
    case 'select':
      return textControl(h('select', { id }, options.map(({ value, label }) => h('option', { value }, label))));
    case 'radio':
      return groupControl('radio', options, id);
    case 'checks':
      return groupControl('checkbox', options, id);
    case 'check':
      return checkControl(id);
    default:
      return textControl(h('input', {
        id, type: field.kind === 'password' ? 'password' : 'text', placeholder: field.placeholder,
        inputmode: field.kind === 'number' ? 'numeric' : null, autocomplete: field.kind === 'password' ? 'new-password' : 'off',
      }));
  }
}

function textControl(element) {
  return {
    element,
    get: () => element.value,
    set(value) {
      if (element.value !== value) element.value = value;
    },
  };
}

function checkControl(id) {
  const element = h('input', { id, type: 'checkbox' });
  return { element, get: () => element.checked, set: (value) => { element.checked = Boolean(value); } };
}

function groupControl(type, options, id) {
  const boxes = options.map(({ value }) => h('input', { type, name: id, value }));
  const element = h('div', { class: 'ck-keuzes' }, boxes.map((box, i) => h('label', {}, box, h('span', {}, options[i].label))));
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  return {
    element,
    get: () => (type === 'radio' ? chosen()[0] ?? '' : chosen()),
    set(value) {
      const values = [value].flat();
      boxes.forEach((box) => { box.checked = values.includes(box.value); });
    },
  };
}

/** A field with a button of its own: its value goes along, so that no key that was typed is missed. */
function withButton(field, part, send) {
  const go = () => send({ enter: field.key, value: part.get() });
  if (part.element.tagName === 'INPUT') part.element.addEventListener('keydown', (event) => { if (event.key === 'Enter') go(); });
  const button = h('button', { type: 'button', class: 'ck-knop ck-knop-gewoon', 'data-actie': field.key, onclick: go }, field.send);
  return h('div', { class: 'ck-met-knop' }, part.element, button);
}

/** A question with more than one field. */
function group(field, add) {
  const help = h('p', { class: 'ck-hulp' }, field.help ?? '');
  help.hidden = !field.help;
  return h('fieldset', { class: 'ck-vraag ck-breed' }, h('legend', { dir: 'auto' }, field.label), help, h('div', { class: 'ck-velden' }, add(field.fields)));
}

function build(field, tell, send) {
  const id = newId(field.key.replace(/\W/g, '-'));
  const help = h('p', { id: `${id}-hulp`, class: 'ck-hulp' }, field.help ?? '');
  const message = h('p', { id: `${id}-fout`, class: 'ck-fout', role: 'status' });
  help.hidden = !field.help;
  const part = control(field, id);
  const choices = ['radio', 'checks'].includes(field.kind);
  const inside = choices ? part.element.querySelectorAll('input') : [part.element];
  part.element.addEventListener('input', () => tell(field.key, part.get()));
  const label = choices ? h('legend', { dir: 'auto' }, field.label) : h('label', { for: id, dir: 'auto' }, field.label);
  const placed = field.send ? withButton(field, part, send) : part.element;
  const children = field.kind === 'check' ? [h('span', { class: 'ck-rij' }, part.element, label), help, message] : [label, help, placed, message];
  const element = h(choices ? 'fieldset' : 'div', { class: `ck-veld ck-veld-${field.kind ?? 'text'}${field.wide ? ' ck-breed' : ''}`, 'data-veld': field.key }, ...children);
  return {
    element,
    set: part.set,
    complain(text) {
      say(message, text);
      inside.forEach((input) => {
        setFlag(input, 'aria-invalid', text ? 'true' : false);
        setFlag(input, 'aria-describedby', [field.help && help.id, text && message.id].filter(Boolean).join(' '));
      });
    },
  };
}

function render({ model, el }) {
  const parts = new Map();
  const typed = {};
  function tell(field, value) {
    typed[field] = value;
    model.send({ field, value });
  }
  function add(fields) {
    return fields.map((field) => {
      if (field.group) return group(field, add);
      if (field.fields) {
        return h('details', { class: 'ck-meer', open: field.open }, h('summary', {}, field.label), h('div', { class: 'ck-velden' }, add(field.fields)));
      }
      const part = build(field, tell, (message) => model.send(message));
      parts.set(field.key, part);
      return part.element;
    });
  }
  function lay() {
    const focused = el.contains(document.activeElement) && document.activeElement.closest('[data-veld]')?.dataset.veld;
    parts.clear();
    el.replaceChildren(h('div', { class: 'ck-velden' }, add(model.get('fields'))));
    show();
    complain();
    if (focused) el.querySelector(`[data-veld="${CSS.escape(focused)}"] :is(input, select, textarea)`)?.focus();
  }
  function show() {
    Object.assign(typed, model.get('given'));
    parts.forEach((part, key) => { if (key in typed) part.set(typed[key]); });
  }
  function complain() {
    const messages = model.get('messages');
    parts.forEach((part, key) => part.complain(messages[key] ?? ''));
  }
  const ends = [follow(model, ['fields'], lay), follow(model, ['turn'], show), follow(model, ['messages'], complain)];
  return () => ends.forEach((end) => end());
}

export default { render };
