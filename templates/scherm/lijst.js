// A list of things with buttons: questions of a sheet, what a search found, drafts.
// With `first` only the first few are shown until all are asked for. With `sortable` they can be
// moved, by dragging the handle or with the arrow keys on it.

/** In milliseconds: a second press that comes sooner is half of a double click. */
const TO_READ = 700;

/** In pixels: so near an edge of the screen a thing that is dragged makes the page scroll, so far at a time. */
const EDGE = 48;
const STEP = 10;

function makeItem(model, data) {
  const send = (action, value) => model.send({ item: node.dataset.id, action, value });
  const handle = h('button', { type: 'button', class: 'ck-greep' }, '⠿');
  const number = h('span', { class: 'ck-nummer', 'aria-hidden': 'true' });
  const title = h('p', { class: 'ck-titel', dir: 'auto' });
  const badges = h('ul', { class: 'ck-merken' });
  const details = h('div', { class: 'ck-uitleg' });
  const label = h('label', { class: 'ck-bewerk' });
  const area = h('textarea', { rows: 2, dir: 'auto', oninput: () => send('edit', area.value) });
  const hint = h('span', { class: 'ck-hulp' });
  const actions = h('div', { class: 'ck-knoppen' });
  const arrows = h('div', { class: 'ck-pijlen' });
  const place = h('div', { class: 'ck-plaats' }, number, handle, arrows);
  const words = h('span');
  label.append(words, area, hint);
  const node = h('li', { class: 'ck-ding', 'data-id': data.id }, place, h('div', { class: 'ck-inhoud' }, title, badges, details, label, actions));
  label.hidden = true;
  const buttons = new Map();

  let laid = [];
  let asking = '';
  let askedAt = 0;

  function button({ name, label: text, called, pressed, off, spoken, sure }) {
    if (!buttons.has(name)) {
      buttons.set(name, h('button', { type: 'button', 'data-actie': name, onclick: (event) => press(name, event), onblur: () => ask('') }));
    }
    const element = buttons.get(name);
    element.className = `ck-knop ck-knop-klein${called ? ' ck-pijl' : ''}`;
    const shown = (asking === name && sure) || text;
    say(element, shown);
    setFlag(element, 'aria-label', spoken && `${called ?? shown}: ${spoken}`);
    setFlag(element, 'aria-pressed', pressed === undefined ? false : String(pressed));
    turnOff(element, off);
    return element;
  }

  function lay(all) {
    laid = all;
    arrange(actions, all.filter(({ called }) => !called).map(button));
    arrange(arrows, all.filter(({ called }) => called).map(button));
  }

  /** A button that loses something asks first: then its label says what a second press does. */
  function ask(name) {
    if (asking === name) return;
    asking = name;
    askedAt = performance.now();
    lay(laid);
  }

  function press(name, { target }) {
    const { sure } = laid.find((action) => action.name === name);
    if (isOff(target)) return undefined;
    if (sure && asking !== name) return ask(name);
    if (sure && performance.now() - askedAt < TO_READ) return undefined;
    ask('');
    return act(name);
  }

  function act(name) {
    if (name !== 'edit') return send(name);
    label.hidden = !label.hidden;
    buttons.get('edit').setAttribute('aria-expanded', String(!label.hidden));
    if (!label.hidden) area.focus();
    return undefined;
  }

  function update(item, at, sortable) {
    node.dataset.id = item.id;
    handle.hidden = !sortable;
    handle.setAttribute('aria-label', `Verplaats ${item.spoken ?? item.title}: pijl omhoog of omlaag`);
    say(number, item.numbered ? String(at + 1) : '');
    say(title, item.title);
    arrange(badges, (item.badges ?? []).map((text) => h('li', {}, text)));
    badges.hidden = !badges.children.length;
    details.replaceChildren(...(item.details ?? []).map((text) => h('p', { dir: 'auto' }, text)));
    details.hidden = !details.children.length;
    if (item.edit) {
      say(words, item.edit.label);
      say(hint, item.edit.hint ?? '');
      if (item.edit.most) area.maxLength = item.edit.most;
      if (document.activeElement !== area) area.value = item.edit.value;
    }
    lay(item.actions ?? []);
    place.hidden = number.hidden && handle.hidden && !arrows.children.length;
  }

  node.update = update;
  node.handle = handle;
  return node;
}

function render({ model, el }) {
  const list = h('ol', { class: 'ck-lijst' });
  const empty = h('p', { class: 'ck-leeg' });
  const spoken = h('p', { class: 'ck-voorlezen', 'aria-live': 'polite' });
  const more = h('button', { type: 'button', class: 'ck-knop ck-knop-klein', 'data-actie': 'alle', onclick: () => { unfolded = !unfolded; fold(); } });
  el.append(empty, list, more, spoken);
  let unfolded = false;
  let nodes = new Map();
  let dragged = null;
  let aim = {};
  let letGo = () => {};

  function place(node) {
    return [...list.children].indexOf(node);
  }

  function focused() {
    const node = document.activeElement?.closest?.('.ck-ding');
    if (!node || !list.contains(node)) return null;
    return { node, place: place(node), action: document.activeElement.dataset.actie };
  }

  function show() {
    const goes = !model.get('items').length && !list.hidden;
    if (goes) steady(el, change);
    else change();
  }

  function change() {
    const items = model.get('items');
    list.hidden = !items.length;
    say(empty, items.length ? '' : model.get('empty'));
    el.classList.toggle('ck-stil', list.hidden && empty.hidden);
    const before = focused();
    const fresh = new Map();
    items.forEach((item) => {
      const node = nodes.get(item.id) ?? makeNode(item);
      fresh.set(item.id, node);
    });
    if (![...nodes.keys()].some((id) => fresh.has(id))) say(spoken, '');
    nodes = fresh;
    arrange(list, [...nodes.values()]);
    items.forEach((item, i) => nodes.get(item.id).update(item, i, model.get('sortable')));
    setFlag(list, 'aria-label', model.get('label'));
    fold();
    if (before && !list.contains(before.node)) refocus(before);
    else if (before && document.activeElement === document.body) before.node.handle.focus();
  }

  /** Shows the first few, when that is asked for, with a button for the others. */
  function fold() {
    const first = model.get('first');
    const folds = first > 0 && list.children.length > first;
    [...list.children].forEach((node, i) => { node.hidden = folds && !unfolded && i >= first; });
    say(more, folds ? (unfolded ? 'Toon minder' : `Toon alle ${list.children.length}`) : '');
    setFlag(more, 'aria-expanded', String(unfolded));
  }

  /** Keeps the keyboard where it was, when another thing came in the place of one. */
  function refocus({ place: at, action }) {
    const node = list.children[Math.min(at, list.children.length - 1)];
    const target = node?.querySelector(`[data-actie="${CSS.escape(action ?? '')}"]:enabled`) ?? node?.querySelector('button:enabled:not([hidden])');
    target?.focus();
  }

  /** What the address of the page asks for is done at once, and once. */
  function heed() {
    const address = new URL(window.location.href);
    const id = address.searchParams.get(model.get('asked'));
    const item = model.get('items').find((each) => each.id === id);
    if (!item) return;
    address.searchParams.delete(model.get('asked'));
    window.history.replaceState(null, '', address);
    model.send({ item: id, action: item.actions[0].name });
  }

  function makeNode(item) {
    const node = makeItem(model, item);
    node.handle.addEventListener('keydown', (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      // Keys come faster than the kernel moves things: a next one counts from where this will be.
      const under = aim.node === node && event.timeStamp - aim.at < 500;
      const to = (under ? aim.to : place(node)) + step;
      if (to < 0 || to >= list.children.length) return;
      aim = { node, to, at: event.timeStamp };
      moved(node, to);
      node.handle.focus();
    });
    node.handle.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button) return; // a second finger, another button
      event.preventDefault();
      node.handle.focus();
      drag(node);
    });
    return node;
  }

  /** Follows the pointer wherever it goes: an element that moves on the page loses what it captured. */
  function drag(node) {
    letGo(); // of one of which the end was never seen
    dragged = node;
    node.classList.add('ck-sleept');
    const scroller = scrollerOf(node);
    let y = null;
    const follows = (event) => {
      y = event.clientY;
      put();
    };
    const put = () => {
      const others = [...list.children].filter((other) => other !== node);
      const after = others.find((other) => {
        const box = other.getBoundingClientRect();
        return y < box.top + box.height / 2;
      });
      if (node.nextElementSibling !== (after ?? null)) list.insertBefore(node, after ?? null);
    };
    /** Scrolls to the rest of the list while the pointer is at an edge of what is seen. */
    const scrolls = setInterval(() => {
      const top = Math.max(0, scroller.getBoundingClientRect().top);
      const bottom = Math.min(top + scroller.clientHeight, window.innerHeight);
      const all = list.getBoundingClientRect();
      const down = y !== null && y > bottom - EDGE && all.bottom > bottom;
      const up = y !== null && y < top + EDGE && all.top < top;
      if (!down && !up) return;
      scroller.scrollBy(0, down ? STEP : -STEP);
      put();
    }, 16);
    const from = place(node);
    letGo = () => {
      letGo = () => {};
      clearInterval(scrolls);
      window.removeEventListener('pointermove', follows);
      ['pointerup', 'pointercancel', 'blur'].forEach((name) => window.removeEventListener(name, ends));
      dragged = null;
      node.classList.remove('ck-sleept');
    };
    const ends = () => {
      letGo();
      if (place(node) === from) show(); // what changed meanwhile
      else moved(node, place(node));
    };
    window.addEventListener('pointermove', follows);
    ['pointerup', 'pointercancel', 'blur'].forEach((name) => window.addEventListener(name, ends));
  }

  function moved(node, to) {
    model.send({ item: node.dataset.id, action: 'move', value: to });
    say(spoken, `Staat nu op plaats ${to + 1}.`);
  }

  function update() {
    if (!dragged) show();
  }

  heed();
  const parts = [
    follow(model, ['items', 'sortable', 'label', 'empty', 'first'], update),
    hear(model, ({ moved: done }) => { if (done) update(); }), // or refused: then nothing else changed
  ];
  return () => [letGo, ...parts].forEach((end) => end());
}

export default { render };
