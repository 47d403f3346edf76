// A text as it will be read: paragraphs, and lines where its writer put them.

function render({ model, el }) {
  const text = h('div', { class: 'ck-tekst', role: 'group', tabindex: '-1' });
  const empty = h('p', { class: 'ck-leeg' });
  el.append(empty, text);
  return follow(model, ['text', 'label', 'empty'], () => {
    const parts = model.get('text').split(/\n{2,}/).filter((part) => part.trim());
    const nodes = [...text.children];
    parts.forEach((part, i) => {
      if (!nodes[i]) text.append((nodes[i] = h('p', { dir: 'auto' })));
      say(nodes[i], part);
    });
    nodes.slice(parts.length).forEach((node) => node.remove());
    setFlag(text, 'aria-label', model.get('label'));
    text.hidden = !parts.length;
    say(empty, parts.length ? '' : model.get('empty'));
  });
}

export default { render };
