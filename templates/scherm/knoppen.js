// Buttons in a row.

function render({ model, el }) {
  const row = h('div', { class: 'ck-knoppen' });
  const nodes = new Map();
  el.append(row);

  function show() {
    arrange(row, model.get('buttons').map(({ name, label, kind, off }) => {
      if (!nodes.has(name)) nodes.set(name, h('button', { type: 'button', 'data-actie': name, onclick: () => model.send({ action: name }) }));
      const node = nodes.get(name);
      node.className = `ck-knop ck-knop-${kind ?? 'gewoon'}`;
      say(node, label);
      node.disabled = Boolean(off);
      return node;
    }));
  }

  return follow(model, ['buttons'], show);
}

export default { render };
