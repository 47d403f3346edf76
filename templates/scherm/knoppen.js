// Buttons in a row.

function render({ model, el }) {
  const row = h('div', { class: 'ck-knoppen' });
  const nodes = new Map();
  el.append(row);

  /** The second click of a double click makes nothing twice. */
  function press(name, event) {
    if (isOff(event.target)) return;
    if (event.detail < 2 || event.target.dataset.soort !== 'eerst') model.send({ action: name });
  }

  function show() {
    const held = row.contains(document.activeElement);
    arrange(row, model.get('buttons').map(({ name, label, kind, off }) => {
      if (!nodes.has(name)) nodes.set(name, h('button', { type: 'button', 'data-actie': name, onclick: (event) => press(name, event) }));
      const node = nodes.get(name);
      node.className = `ck-knop ck-knop-${kind ?? 'gewoon'}`;
      node.dataset.soort = kind ?? 'gewoon';
      say(node, label);
      turnOff(node, off);
      return node;
    }));
    el.classList.toggle('ck-niets', !row.children.length);
    if (held && !row.contains(document.activeElement)) row.firstElementChild?.focus({ preventScroll: true });
  }

  /** Puts the keyboard on a button; the first comes in view with what is asked above it. */
  function focus(name) {
    (nodes.get(name) ?? row.firstElementChild)?.focus({ preventScroll: true });
    row.scrollIntoView({ block: nodes.has(name) ? 'nearest' : 'center' });
  }

  const ends = [
    follow(model, ['buttons'], show),
    hear(model, (message) => { if (message.focus !== undefined) requestAnimationFrame(() => focus(message.focus)); }),
  ];
  return () => ends.forEach((end) => end());
}

export default { render };
