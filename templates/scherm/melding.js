// Messages, said aloud by a screen reader when they come.

function render({ model, el }) {
  const box = h('div', { role: 'status', class: 'ck-meldplek' });
  el.append(box);
  const deaf = hear(model, ({ reveal }) => { if (reveal) requestAnimationFrame(() => box.scrollIntoView({ block: 'nearest' })); });
  const end = follow(model, ['lines', 'level'], () => {
    const lines = model.get('lines');
    box.className = `ck-meldplek${lines.length ? ` ck-melding ck-melding-${model.get('level')}` : ''}`;
    box.replaceChildren(...lines.map((line) => h('p', { dir: 'auto' }, line)));
    el.classList.toggle('ck-stil', !lines.length);
  });
  return () => [deaf, end].forEach((each) => each());
}

export default { render };
