// The pages of a sheet. A page is replaced when the new one is ready to show, so nothing flickers.

/** In groups of a drawing: where no more than these changed, it was a number, such as how long it takes. */
const FEW = 4;

/** Tells in how many groups two pages differ. */
function difference(one, other) {
  const [here, there] = [one, other].map(({ data }) => new Set(new TextDecoder().decode(data).split('<g ')));
  const missing = (from, among) => [...from].filter((group) => !among.has(group)).length;
  return missing(here, there) + missing(there, here);
}

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
    const changed = whereChanged(shown, next);
    shown.filter((page) => !next.includes(page)).forEach(free);
    shown = next;
    shown.forEach(({ image }, i) => { image.alt = `Bladzijde ${i + 1} van ${shown.length}`; });
    arrange(pages, shown.map(({ image }) => image));
    setFlag(pages, 'tabindex', shown.length ? '0' : false); // it scrolls, so the keyboard must reach it
    say(empty, shown.length ? '' : model.get('empty'));
    if (changed) bringIntoView(changed.image);
    pages.dataset.versie = model.get('version');
  }

  /** Returns the page to look at: the first that changed, before those on which it was only a number. */
  function whereChanged(before, after) {
    const changed = after.filter((page, i) => before[i] && page !== before[i]);
    const much = changed.length > 1 && changed.find((page) => difference(before[after.indexOf(page)], page) > FEW);
    return much || changed[0];
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
    turn += 1; // pages that are on their way come too late
    shown.forEach(free);
  };
}

export default { render };
