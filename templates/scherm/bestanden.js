// Files to download; each is asked of the kernel when it is wanted.

function render({ model, el }) {
  const list = h('ul', { class: 'ck-bestanden' });
  el.append(list);

  function show() {
    list.replaceChildren(...model.get('files').map(({ name, label, about }) => h('li', {},
      h('button', { type: 'button', class: 'ck-knop ck-knop-gewoon', 'data-bestand': name, onclick: () => model.send({ download: name }) }, label),
      h('span', { class: 'ck-hulp' }, about ?? ''))));
    el.classList.toggle('ck-niets', !list.children.length);
  }

  const deaf = hear(model, (message, buffers) => {
    if (!message.file) return;
    const url = URL.createObjectURL(new Blob([bytesOf(buffers[0])], { type: message.type }));
    const link = h('a', { href: url, download: message.file });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  });
  const end = follow(model, ['files'], show);
  return () => {
    end();
    deaf();
  };
}

export default { render };
