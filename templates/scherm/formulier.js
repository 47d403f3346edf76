// A form: fields with a label, help, messages and offers. What is typed goes to the kernel at once, in
// the same row as what is pressed: so a button never overtakes the words that were typed before it.
// Fields that stay the same keep their elements, so the keyboard stays where it is.

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

/** A password that can be looked at, to write it down. */
function withEye({ element }) {
  const button = h('button', { type: 'button', class: 'ck-knop ck-knop-gewoon', 'data-actie': 'toon', onclick: () => turn(element.type === 'password') });
  function turn(visible) {
    element.type = visible ? 'text' : 'password';
    say(button, visible ? 'Verberg' : 'Laat zien');
  }
  turn(false);
  return h('div', { class: 'ck-met-knop' }, element, button);
}

/** A question with more than one field. */
function group(field, add) {
  const help = h('p', { class: 'ck-hulp' }, field.help ?? '');
  help.hidden = !field.help;
  return h('fieldset', { class: 'ck-vraag ck-breed' }, h('legend', { dir: 'auto' }, field.label), help, h('div', { class: 'ck-velden', 'data-kolommen': field.columns }, add(field.fields)));
}

/** What is offered at a field: a text to take over, a note, buttons. */
function offerPart(press, refocus) {
  const text = h('p', { class: 'ck-voorsteltekst', dir: 'auto' });
  const note = h('p', { class: 'ck-hulp' });
  const row = h('div', { class: 'ck-knoppen' });
  const element = h('div', { class: 'ck-voorstel', hidden: true }, text, note, row);
  const buttons = new Map();
  function button({ name, label, spoken }) {
    if (!buttons.has(name)) buttons.set(name, h('button', { type: 'button', 'data-actie': name, class: 'ck-knop ck-knop-klein', onclick: () => press(name) }));
    const node = buttons.get(name);
    say(node, label);
    setFlag(node, 'aria-label', spoken && `${label}: ${spoken}`);
    return node;
  }
  return {
    element,
    update(offer) {
      const inside = element.contains(document.activeElement);
      element.hidden = !offer;
      say(text, offer?.text ?? '');
      say(note, offer?.note ?? '');
      arrange(row, (offer?.actions ?? []).map(button));
      if (inside && !element.contains(document.activeElement)) refocus();
    },
  };
}

/** Says lines under each other, each apart. */
function sayLines(element, text) {
  if (element.dataset.gezegd === text) return;
  element.dataset.gezegd = text;
  element.replaceChildren(...text.split('\n').filter(Boolean).map((line) => h('span', { class: 'ck-regel' }, line)));
  element.hidden = !text;
}

function build(field, { tell, press, send }) {
  const id = newId(field.key.replace(/\W/g, '-'));
  const help = h('p', { id: `${id}-hulp`, class: 'ck-hulp' }, field.help ?? '');
  const message = h('p', { id: `${id}-fout`, class: 'ck-fout', role: 'status' });
  const remark = h('p', { id: `${id}-tip`, class: 'ck-tip', dir: 'auto' });
  help.hidden = !field.help;
  remark.hidden = true;
  const part = control(field, id);
  const choices = ['radio', 'checks'].includes(field.kind);
  const inside = choices ? part.element.querySelectorAll('input') : [part.element];
  const unfold = () => element.closest('details')?.setAttribute('open', '');
  const focus = () => {
    unfold();
    inside[0]?.focus();
  };
  const offer = offerPart((name) => press(field.key, name), focus);
  part.element.addEventListener('input', () => tell(field.key, part.get()));
  const label = choices ? h('legend', { dir: 'auto' }, field.label) : h('label', { for: id, dir: 'auto' }, field.label);
  const placed = field.send ? withButton(field, part, send) : field.kind === 'password' ? withEye(part) : part.element;
  const children = field.kind === 'check' ? [h('span', { class: 'ck-rij' }, part.element, label), help] : [label, help, placed];
  children.push(message, remark, offer.element);
  const element = h(choices ? 'fieldset' : 'div', { class: `ck-veld ck-veld-${field.kind ?? 'text'}${field.wide ? ' ck-breed' : ''}`, 'data-veld': field.key }, ...children);
  return {
    element,
    focus,
    mark: JSON.stringify(field),
    set: part.set,
    offer: offer.update,
    complain(text, tip) {
      sayLines(message, text);
      sayLines(remark, tip);
      if (text) unfold();
      inside.forEach((input) => {
        setFlag(input, 'aria-invalid', text ? 'true' : false);
        setFlag(input, 'aria-describedby', [field.help && help.id, text && message.id, tip && remark.id].filter(Boolean).join(' '));
      });
    },
  };
}

function render({ model, el }) {
  const root = h('div', { class: 'ck-velden' });
  el.append(root);
  const parts = new Map();
  const groups = new Map();
  const typed = {};
  const touched = new Set();
  const on = {
    tell(field, value) {
      touched.add(field);
      typed[field] = value;
      model.send({ field, value });
    },
    press: (key, action) => model.send({ key, action }),
    send: (message) => model.send(message),
  };
  function groupOf(field) {
    if (!groups.has(field.label)) {
      const inner = h('div', { class: 'ck-velden' });
      const wrong = h('span', { class: 'ck-fout', hidden: true });
      groups.set(field.label, { inner, wrong, element: h('details', { class: 'ck-meer' }, h('summary', {}, field.label, wrong), inner) });
    }
    return groups.get(field.label);
  }
  function add(fields, before) {
    return fields.map((field) => {
      if (field.group) return group(field, (inner) => add(inner, before));
      if (field.fields) {
        const folded = groupOf(field);
        if (field.open) folded.element.open = true;
        arrange(folded.inner, add(field.fields, before));
        return folded.element;
      }
      const old = before.get(field.key);
      const part = old?.mark === JSON.stringify(field) ? old : build(field, on);
      parts.set(field.key, part);
      return part.element;
    });
  }
  function lay() {
    const focused = el.contains(document.activeElement) && document.activeElement.closest('[data-veld]')?.dataset.veld;
    const before = new Map(parts);
    parts.clear();
    arrange(root, add(model.get('fields'), before));
    show();
    complain();
    offer();
    if (focused && !el.contains(document.activeElement)) parts.get(focused)?.focus();
  }
  function show() {
    if (model.get('whole')) Object.keys(typed).forEach((key) => { delete typed[key]; });
    Object.assign(typed, model.get('given'));
    parts.forEach((part, key) => { if (key in typed) part.set(typed[key]); });
  }
  function complain() {
    const [messages, remarks] = [model.get('messages'), model.get('remarks')];
    parts.forEach((part, key) => part.complain(messages[key] ?? '', remarks[key] ?? ''));
    groups.forEach(({ inner, wrong }) => say(wrong, inner.querySelector('[aria-invalid=true]') ? ' · hier klopt iets niet' : ''));
  }
  function offer() {
    const offers = model.get('offers');
    parts.forEach((part, key) => part.offer(offers[key]));
  }
  /** A page that comes later than the form (JupyterLab, read again) gets what stands in it. */
  function catchUp(now) {
    Object.entries(now).filter(([key]) => !touched.has(key)).forEach(([key, value]) => {
      typed[key] = value;
      parts.get(key)?.set(value);
    });
  }
  const ends = [
    hear(model, ({ now }) => { if (now) catchUp(now); }),
    hear(model, ({ focus }) => { if (focus) requestAnimationFrame(() => parts.get(focus)?.focus()); }),
    follow(model, ['fields'], lay), follow(model, ['turn'], show),
    follow(model, ['messages', 'remarks'], complain), follow(model, ['offers'], offer),
  ];
  model.send({ ready: true });
  return () => ends.forEach((end) => end());
}

export default { render };
