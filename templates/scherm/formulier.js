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

function build(field, tell) {
  const id = newId(field.key);
  const help = h('p', { id: `${id}-hulp`, class: 'ck-hulp' }, field.help ?? '');
  const message = h('p', { id: `${id}-fout`, class: 'ck-fout', role: 'status' });
  help.hidden = !field.help;
  const part = control(field, id);
  const group = ['radio', 'checks'].includes(field.kind);
  const inside = group ? part.element.querySelectorAll('input') : [part.element];
  part.element.addEventListener('input', () => tell(field.key, part.get()));
  const label = group ? h('legend', {}, field.label) : h('label', { for: id }, field.label);
  const children = field.kind === 'check' ? [h('span', { class: 'ck-rij' }, part.element, label), help, message] : [label, help, part.element, message];
  const element = h(group ? 'fieldset' : 'div', { class: `ck-veld ck-veld-${field.kind ?? 'text'}${field.wide ? ' ck-breed' : ''}`, 'data-veld': field.key }, ...children);
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
      if (field.fields) {
        return h('details', { class: 'ck-meer', open: field.open }, h('summary', {}, field.label), h('div', { class: 'ck-velden' }, add(field.fields)));
      }
      const part = build(field, tell);
      parts.set(field.key, part);
      return part.element;
    });
  }
  function lay() {
    parts.clear();
    el.replaceChildren(h('div', { class: 'ck-velden' }, add(model.get('fields'))));
    show();
    complain();
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
