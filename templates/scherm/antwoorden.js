// Answers to read, by sheet and question. A sheet that did not change stays as it is.

function questionOf({ question, lines, remarks, empty }) {
  return h('div', {},
    h('dt', { dir: 'auto' }, question),
    h('dd', { class: empty ? 'ck-oningevuld' : null }, lines.map((line) => h('p', { dir: 'auto' }, line))),
    remarks.map((remark) => h('dd', { class: 'ck-noot', dir: 'auto' }, remark)));
}

function sheetOf({ title, notes, questions }) {
  return h('section', {},
    h('h3', { dir: 'auto', tabindex: '-1' }, title),
    notes.map((note) => h('p', { class: 'ck-noot', dir: 'auto' }, note)),
    h('dl', {}, questions.map(questionOf)));
}

function render({ model, el }) {
  const empty = h('p', { class: 'ck-leeg', tabindex: '-1' });
  const all = h('div', { class: 'ck-gelezen' });
  el.append(empty, all);
  let shown = new Map();

  function show() {
    const sheets = model.get('sheets');
    const fresh = new Map();
    sheets.forEach((sheet) => {
      const text = JSON.stringify(sheet);
      const before = shown.get(sheet.id);
      fresh.set(sheet.id, before?.text === text ? before : { text, node: sheetOf(sheet) });
    });
    shown = fresh;
    arrange(all, [...shown.values()].map(({ node }) => node));
    say(empty, sheets.length ? '' : model.get('empty'));
  }

  function focus(id) {
    const sheet = shown.get(id)?.node ?? all.firstElementChild;
    (sheet?.querySelector('h3') ?? empty).focus();
  }

  const ends = [
    hear(model, (message) => { if ('focus' in message) requestAnimationFrame(() => focus(message.focus)); }),
    follow(model, ['sheets', 'empty'], show),
  ];
  return () => ends.forEach((end) => end());
}

export default { render };
