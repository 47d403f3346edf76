// A text as it will be read: paragraphs, lines where its writer put them, and a button to copy it.

const COPIED = 'Gekopieerd.';
const NOT_COPIED = 'Kopiëren lukt hier niet. Selecteer de tekst met je muis en druk op Ctrl+C.';

/** Copies in browsers that have no clipboard of their own for a page. */
function copyByHand(words, el) {
  const area = h('textarea', { class: 'ck-voorlezen', 'aria-hidden': 'true', tabindex: '-1' });
  const focused = document.activeElement;
  area.value = words;
  el.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return done;
}

async function copied(words, el) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyByHand(words, el);
  }
}

function render({ model, el }) {
  const text = h('div', { class: 'ck-tekst', role: 'group', tabindex: '-1' });
  const empty = h('p', { class: 'ck-leeg' });
  const told = h('p', { class: 'ck-hulp', role: 'status' });
  const copy = h('button', { type: 'button', class: 'ck-knop ck-knop-gewoon', 'data-actie': 'kopieer', onclick: take });
  const row = h('div', { class: 'ck-knoppen' }, copy, told);
  let shown = '';
  el.append(empty, text, row);

  /** Says it anew each time: the same words in the same place are not read aloud again. */
  async function take() {
    told.textContent = '';
    told.textContent = (await copied(model.get('text').trim(), el)) ? COPIED : NOT_COPIED;
  }

  return follow(model, ['text', 'label', 'empty', 'headed', 'copy'], () => {
    const parts = model.get('text').split(/\n{2,}/).filter((part) => part.trim());
    const nodes = [...text.children];
    parts.forEach((part, i) => {
      if (!nodes[i]) text.append((nodes[i] = h(model.get('headed') && !i ? 'h3' : 'p', { dir: 'auto' })));
      say(nodes[i], part);
    });
    nodes.slice(parts.length).forEach((node) => node.remove());
    setFlag(text, 'aria-label', model.get('label'));
    text.hidden = !parts.length;
    say(empty, parts.length ? '' : model.get('empty'));
    say(copy, model.get('copy'));
    row.hidden = !parts.length || !model.get('copy');
    if (shown !== model.get('text')) told.textContent = '';
    shown = model.get('text');
  });
}

export default { render };
