// A table of figures: cells may bear a mark, which has its word in the cell too.

function render({ model, el }) {
  const place = h('div', { class: 'ck-tabelplek', role: 'region', tabindex: '0' });
  el.append(place);

  return follow(model, ['caption', 'heads', 'rows'], () => {
    const caption = model.get('caption');
    setFlag(place, 'aria-label', caption);
    place.replaceChildren(h('table', { class: 'ck-tabel' },
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, model.get('heads').map((head, i) => (i ? h('th', { scope: 'col' }, head) : h('td', {}, head))))),
      h('tbody', {}, model.get('rows').map(({ head, cells }) => h('tr', {}, h('th', { scope: 'row' }, head),
        cells.map(({ text, note, mark }) => h('td', { class: mark ? 'ck-gemerkt' : null }, text, note ? h('span', { class: 'ck-hulp' }, note) : null)))))));
  });
}

export default { render };
