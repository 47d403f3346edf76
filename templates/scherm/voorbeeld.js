// The pages of a sheet. A page is replaced when the new one is ready to show, so nothing flickers.

function render({ model, el }) {
  const pages = h('div', { class: 'ck-bladen', role: 'group', 'aria-label': 'Voorbeeld van het blad' });
  const empty = h('p', { class: 'ck-leeg' });
  el.append(empty, pages);
  let shown = [];
  let turn = 0;

  async function show() {
    const mine = (turn += 1);
    const wanted = model.get('pages').map(bytesOf);
    const next = await Promise.all(wanted.map((data, i) => pageOf(data, i)));
    if (mine !== turn) {
      next.filter((page) => !shown.includes(page)).forEach(free);
      return;
    }
    const changed = next.findIndex((page, i) => shown[i] && page !== shown[i]);
    shown.filter((page) => !next.includes(page)).forEach(free);
    shown = next;
    shown.forEach(({ image }, i) => { image.alt = `Bladzijde ${i + 1} van ${shown.length}`; });
    arrange(pages, shown.map(({ image }) => image));
    setFlag(pages, 'tabindex', shown.length ? '0' : false); // it scrolls, so the keyboard must reach it
    say(empty, shown.length ? '' : model.get('empty'));
    if (changed >= 0) bringIntoView(next[changed].image);
    pages.dataset.versie = model.get('version');
  }

  /** Scrolls the pages, never the screen, to the first page that changed. */
  function bringIntoView(image) {
    const [frame, page] = [pages.getBoundingClientRect(), image.getBoundingClientRect()];
    if (pages.scrollHeight <= pages.clientHeight) return;
    const inView = Math.min(page.bottom, frame.bottom) - Math.max(page.top, frame.top);
    if (inView < Math.min(page.height, frame.height) / 2) pages.scrollTop += page.top - frame.top;
  }

  async function pageOf(data, i) {
    if (shown[i] && sameBytes(shown[i].data, data)) return shown[i];
    const url = URL.createObjectURL(new Blob([data], { type: 'image/svg+xml' }));
    const image = h('img', { src: url, class: 'ck-blad' });
    await image.decode().catch(() => {});
    return { data, image, url };
  }

  function free({ url }) {
    URL.revokeObjectURL(url);
  }

  const end = follow(model, ['version'], show);
  return () => {
    end();
    shown.forEach(free);
  };
}

export default { render };
