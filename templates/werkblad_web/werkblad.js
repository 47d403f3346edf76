// Keeps what is filled in on this page in this browser, saves it as a file, and opens that file.
// Nothing is sent: the policy of the page allows no connection. What people read is in the template
// (bewaren.html.j2), because it differs for je and u; texts that come later are in data attributes.
(function () {
  'use strict';

  const KIND = 'coachkit-antwoorden';
  const VERSION = 1;
  const PAUSE = 400; // ms without typing, then the answers are kept
  const SHOWN = 2500; // ms that the status stays in sight
  const MAX_EARLIER = 3; // versions of one sheet
  const MAX_FILE = 5000000; // bytes; a worksheet in full takes some 100 kB

  const byId = (id) => document.getElementById(id);
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  const form = JSON.parse(byId('formulier').textContent);
  const storageKey = `coachkit:${form.werkblad}`;
  const fileName = `${form.werkblad}-antwoorden.json`;
  const boxes = Array.from(document.querySelectorAll('main .vak'));
  const groups = groupsByName(); // in the order of the page
  const tools = byId('bewaren');
  const status = byId('status');
  const message = byId('melding');

  let earlier = []; // answers to other versions of this sheet that have no place on it
  let changed = false; // since the answers were last kept
  let timer = 0;
  let statusTimer = 0;

  // Fields: a text box, a check box, or all buttons of one group.

  function groupsByName() {
    const found = new Map();
    for (const field of document.querySelectorAll('main input, main textarea')) {
      found.set(field.name, [...(found.get(field.name) || []), field]);
    }
    return found;
  }

  function valueOf(group) {
    const [first] = group;
    if (first.type === 'checkbox') return first.checked;
    if (first.type !== 'radio') return first.value;
    const chosen = group.find((button) => button.checked);
    return chosen ? chosen.value : '';
  }

  function fits(group, value) {
    const [first] = group;
    if (first.type === 'checkbox') return typeof value === 'boolean';
    if (typeof value !== 'string') return false;
    return first.type !== 'radio' || value === '' || group.some((button) => button.value === value);
  }

  function put(group, value) {
    for (const field of group) {
      if (field.type === 'checkbox') field.checked = value;
      else if (field.type === 'radio') field.checked = field.value === value;
      else field.value = value;
    }
  }

  function clear() {
    for (const group of groups.values()) put(group, group[0].type === 'checkbox' ? false : '');
    for (const box of boxes) box.style.height = '';
    dropCopies();
  }

  // Saved answers, in a file or in the browser. What comes back is a stranger's: only data.

  function saved() {
    const answers = Array.from(groups, ([name, group]) => [name, valueOf(group)]);
    return { soort: KIND, versie: VERSION, blad: form, antwoorden: Object.fromEntries(answers) };
  }

  function isRecord(data) {
    const known = isObject(data) && data.soort === KIND && data.versie === VERSION;
    return known && isObject(data.blad) && isObject(data.antwoorden);
  }

  function parsed(text) {
    try {
      const data = JSON.parse(text);
      return isRecord(data) ? data : null;
    } catch {
      return null;
    }
  }

  // A coach may have changed the sheet since: an answer follows its question, if that is the same.
  function placesNow(then) {
    const places = new Map();
    for (const old of Array.isArray(then.vragen) ? then.vragen.filter(isObject) : []) {
      const same = (question) => question.id === old.id && question.vraag === old.vraag
        && JSON.stringify(question.antwoord) === JSON.stringify(old.antwoord);
      const question = form.vragen.find(same);
      if (question) places.set(old.veld, question.veld);
    }
    return places;
  }

  /** Puts answers on the page, but none in a place that is taken; tells whether all had a place. */
  function add(data, taken) {
    const places = placesNow(data.blad);
    let complete = true;
    for (const [name, value] of Object.entries(data.antwoorden)) {
      const [place] = name.split('_');
      if (taken.has(places.get(place))) continue;
      const group = groups.get(places.get(place) + name.slice(place.length));
      if (group && fits(group, value)) put(group, value);
      else if (value) complete = false;
    }
    for (const place of places.values()) taken.add(place);
    return complete;
  }

  // The storage of the browser: it may be absent, shut or full.

  function keep() {
    clearTimeout(timer);
    if (!changed) return;
    try {
      localStorage.setItem(storageKey, JSON.stringify({ ...saved(), eerder: earlier }));
      changed = false;
    } catch { /* told below */ }
    tellStorage(!changed);
    tellStatus(changed ? status.dataset.nietBewaard : status.dataset.bewaard);
  }

  function restore() {
    try {
      const data = parsed(localStorage.getItem(storageKey));
      if (data) putBack(data);
      else clear();
    } catch { /* told when the page starts */ }
  }

  /** Fills the page with saved answers; those without a place on it are kept for the page of before. */
  function putBack({ eerder, ...data }) {
    const records = [data, ...(Array.isArray(eerder) ? eerder.filter(isRecord) : [])];
    const taken = new Set();
    clear();
    const complete = records.map((each) => add(each, taken));
    earlier = records.filter((each, i) => !complete[i]).slice(0, MAX_EARLIER);
    boxes.forEach(grow);
    message.textContent = earlier.length ? message.dataset.deelsGeopend : '';
  }

  function canKeep() {
    try {
      localStorage.setItem(`${storageKey}:proef`, 'x');
      localStorage.removeItem(`${storageKey}:proef`);
      return true;
    } catch {
      return false;
    }
  }

  function tellStorage(works) {
    for (const element of document.querySelectorAll('.bij-opslag')) element.hidden = !works;
    for (const element of document.querySelectorAll('.zonder-opslag')) element.hidden = works;
  }

  function tellStatus(text) {
    if (status.textContent !== text) status.textContent = text; // a screen reader says it once
    status.classList.add('in-beeld');
    clearTimeout(statusTimer);
    statusTimer = setTimeout(() => status.classList.remove('in-beeld'), SHOWN);
  }

  function keepSoon() {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  function onInput(event) {
    message.textContent = '';
    dropCopies();
    grow(event.target);
    keepSoon();
  }

  // What each button does.

  function save() {
    keep();
    status.classList.remove('in-beeld'); // the message below says more
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(saved())], { type: 'application/json' }));
    link.download = fileName;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // some phones read it late
    message.textContent = `${message.dataset.bewaard} ${fileName}`;
  }

  function wipe() {
    clear();
    earlier = [];
    clearTimeout(timer);
    changed = false;
    try {
      localStorage.removeItem(storageKey);
    } catch { /* then there is nothing in it */ }
    message.textContent = message.dataset.gewist;
  }

  async function choose(file) {
    const data = file.size > MAX_FILE ? null : parsed(await file.text());
    if (!data) message.textContent = message.dataset.onbekend;
    else if (data.blad.werkblad !== form.werkblad) message.textContent = message.dataset.ander;
    else if (Array.from(groups.values()).some(valueOf)) ask(byId('vraag-open'), () => open(data));
    else open(data);
  }

  function open(data) {
    putBack({ ...data, eerder: [] });
    changed = true;
    keep();
    message.textContent = message.dataset[earlier.length ? 'deelsGeopend' : 'geopend'];
  }

  /** Shows a question; `yes` is done when it is answered so. Then the focus goes back. */
  function ask(question, yes) {
    const [sure, no] = question.querySelectorAll('button');
    const close = () => {
      question.hidden = true;
      byId(question.dataset.bij).focus();
    };
    message.textContent = '';
    for (const other of tools.querySelectorAll('.zeker')) other.hidden = other !== question;
    sure.onclick = () => { close(); yes(); };
    no.onclick = close;
    question.onkeydown = (event) => { if (event.key === 'Escape') close(); };
    no.focus();
  }

  // How it looks: boxes that grow, and on paper all of a text.

  function grow(box) {
    if (box.type !== 'textarea' || CSS.supports('field-sizing', 'content')) return;
    const edges = box.offsetHeight - box.clientHeight;
    if (box.scrollHeight > box.clientHeight) box.style.height = `${box.scrollHeight + edges}px`;
  }

  function dropCopies() {
    for (const copy of document.querySelectorAll('.afdruk')) copy.remove();
    for (const box of boxes) box.classList.remove('afgedrukt');
  }

  // A box on paper cannot scroll nor break over pages; its copy can. It stays until something changes,
  // because some phones tell that printing is done before it has begun.
  function copyForPaper() {
    dropCopies();
    for (const box of boxes.filter((each) => each.value)) {
      const copy = document.createElement('div');
      copy.className = `${box.className} afdruk`;
      copy.dir = 'auto';
      copy.textContent = box.value;
      box.after(copy);
      box.classList.add('afgedrukt');
    }
  }

  function listen() {
    const main = document.querySelector('main');
    main.addEventListener('input', onInput);
    main.addEventListener('change', keepSoon); // also when a box is left because paper hides it
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
    window.addEventListener('storage', (event) => { // another tab with this page
      if (event.key === storageKey && !changed) restore();
    });
    window.addEventListener('beforeprint', copyForPaper);
    byId('knop-bewaar').addEventListener('click', save);
    byId('knop-print').addEventListener('click', () => window.print());
    byId('knop-wis').addEventListener('click', () => ask(byId('vraag-wis'), wipe));
    const file = byId('bestand');
    byId('knop-open').addEventListener('click', () => file.click());
    file.addEventListener('change', () => {
      const [chosen] = file.files;
      if (chosen) choose(chosen).catch(() => { message.textContent = message.dataset.onbekend; });
      file.value = ''; // so that the same file can be chosen again
    });
  }

  listen();
  restore();
  tellStorage(canKeep());
  for (const element of document.querySelectorAll('.met-script')) element.hidden = false;
  byId('geen-script').hidden = true; // the last thing: all the rest works
})();
