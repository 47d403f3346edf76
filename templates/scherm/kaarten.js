// Cards with a picture, of which one is chosen. Pictures may come later than the cards.

function render({ model, el }) {
  const list = h('ul', { class: 'ck-kaarten' });
  const empty = h('p', { class: 'ck-leeg' });
  el.append(empty, list);
  const nodes = new Map();
  const urls = new Map();

  function nodeOf(id) {
    if (!nodes.has(id)) {
      const picture = h('span', { class: 'ck-plaatje' });
      const title = h('span', { class: 'ck-kaarttitel' });
      const text = h('span', { class: 'ck-kaarttekst' });
      const note = h('span', { class: 'ck-kaartnoot' });
      const button = h('button', { type: 'button', class: 'ck-kaart', 'data-id': id, onclick: () => model.send({ choose: id }) }, picture, title, text, note);
      nodes.set(id, { node: h('li', {}, button), button, picture, title, text, note });
    }
    return nodes.get(id);
  }

  function show() {
    const cards = model.get('cards');
    const chosen = model.get('chosen');
    arrange(list, cards.map((card) => {
      const { node, button, title, text, note } = nodeOf(card.id);
      say(title, card.title);
      say(text, card.text);
      say(note, card.note ?? '');
      button.classList.toggle('ck-beste', Boolean(card.best));
      button.classList.toggle('ck-past-niet', Boolean(card.off));
      setFlag(button, 'aria-pressed', String(card.id === chosen));
      return node;
    }));
    list.classList.toggle('ck-alleen', cards.length === 1);
    setFlag(list, 'aria-label', model.get('label'));
    say(empty, cards.length ? '' : model.get('empty'));
  }

  function clear() {
    nodes.forEach(({ picture }) => picture.replaceChildren());
    forget();
  }

  function forget() {
    urls.forEach((url) => URL.revokeObjectURL(url));
    urls.clear();
  }

  const deaf = hear(model, (message, buffers) => {
    if (message.clear) clear();
    if (!message.picture || !nodes.has(message.picture)) return undefined;
    if (!buffers[0].byteLength) return nodes.get(message.picture).picture.replaceChildren();
    const url = URL.createObjectURL(new Blob([bytesOf(buffers[0])], { type: 'image/svg+xml' }));
    if (urls.has(message.picture)) URL.revokeObjectURL(urls.get(message.picture));
    urls.set(message.picture, url);
    return nodes.get(message.picture).picture.replaceChildren(h('img', { src: url, alt: '' }));
  });
  const end = follow(model, ['cards', 'chosen', 'empty', 'label'], show);
  model.send({ ready: true });
  return () => {
    end();
    deaf();
    forget();
  };
}

export default { render };
