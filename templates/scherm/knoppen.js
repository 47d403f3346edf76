// Buttons in a row.

function render({ model, el }) {
  const row = h('div', { class: 'ck-knoppen' });
  const nodes = new Map();
  el.append(row);

  /** The second click of a double click makes nothing twice. */
  function press(name, event) {
    if (event.detail < 2 || event.target.dataset.soort !== 'eerst') model.send({ action: name });
  }

  function show() {
    arrange(row, model.get('buttons').map(({ name, label, kind, off }) => {
      if (!nodes.has(name)) nodes.set(name, h('button', { type: 'button', 'data-actie': name, onclick: (event) => press(name, event) }));
      const node = nodes.get(name);
      node.className = `ck-knop ck-knop-${kind ?? 'gewoon'}`;
      node.dataset.soort = kind ?? 'gewoon';
      say(node, label);
      node.disabled = Boolean(off);
      return node;
    }));
  }

  /** Puts the keyboard on the first button, in view with what is asked above it. */
  function focus() {
    row.firstElementChild?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'center' });
  }

  const ends = [
    follow(model, ['buttons'], show),
    hear(model, (message) => { if (message.focus) requestAnimationFrame(focus); }),
  ];
  return () => ends.forEach((end) => end());
}

export default { render };
