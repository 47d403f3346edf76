// A place to drop files, with a button for who does not drag. A file goes to the kernel in pieces, one
// after the other: a big one in one piece would break the connection.

function render({ model, el }) {
  const input = h('input', { type: 'file', multiple: true, accept: model.get('accept'), hidden: true, onchange: () => { hand(input.files); input.value = ''; } });
  const label = h('p');
  const button = h('button', { type: 'button', class: 'ck-knop ck-knop-eerst', 'data-actie': 'bestanden', onclick: () => input.click() }, 'Kies bestanden');
  const help = h('p', { class: 'ck-hulp' });
  const status = h('p', { role: 'status' });
  const zone = h('div', { class: 'ck-inlever' }, label, button, help, status, input);
  const waiting = new Map();
  let batches = 0;
  let busy = Promise.resolve();
  say(status, '');
  el.append(zone);

  /** Sends a message, and waits until the kernel has it. */
  function send(message, key, buffers) {
    return new Promise((resolve) => {
      waiting.set(key, resolve);
      model.send(message, undefined, buffers);
    });
  }

  function hand(files) {
    const mine = [...files];
    if (!mine.length) return;
    batches += 1;
    const batch = `${Date.now()}-${batches}`;
    busy = busy.then(() => deliver(batch, mine)).catch(() => {}).then(() => say(status, ''));
  }

  async function deliver(batch, files) {
    const told = [];
    let total = 0;
    for (const [i, file] of files.entries()) {
      const about = { file: i, name: file.name };
      if (file.size > model.get('most')) about.why = 'groot';
      else if (total + file.size > model.get('together')) about.why = 'vol';
      else {
        total += file.size;
        about.why = await deliverOne(batch, i, file).then(() => '', () => 'onleesbaar');
      }
      told.push(about);
    }
    say(status, 'Bezig met lezen …');
    await send({ done: batch, files: told }, batch);
  }

  async function deliverOne(batch, i, file) {
    const size = model.get('piece');
    for (let at = 0; at < file.size; at += size) {
      say(status, `Bezig met ${file.name}: ${Math.round((100 * at) / file.size)}% …`);
      const data = await file.slice(at, at + size).arrayBuffer();
      await send({ batch, file: i, at }, `${batch}/${i}/${at}`, [data]);
    }
  }

  const deaf = hear(model, ({ got }) => {
    waiting.get(got)?.();
    waiting.delete(got);
  });

  // In JupyterLab files may be for others; in the app the whole page is ours.
  const isOurs = (event) => document.getElementById('ck-page') || event.target.closest?.('.ck-scherm')?.contains(el);
  const isMine = (event) => event.dataTransfer?.types.includes('Files') && isOurs(event);
  function over(event) {
    const mine = isMine(event);
    zone.classList.toggle('ck-inlever-boven', Boolean(mine) && event.type === 'dragover');
    if (mine) event.preventDefault(); // also beside the zone: else the browser leaves the page for the file
  }
  function drop(event) {
    over(event);
    if (isMine(event)) hand(event.dataTransfer.files);
  }
  const heard = { dragover: over, dragleave: over, drop };
  Object.entries(heard).forEach(([name, listener]) => document.addEventListener(name, listener));

  const end = follow(model, ['label', 'help'], () => {
    say(label, model.get('label'));
    say(help, model.get('help'));
  });
  return () => {
    end();
    deaf();
    Object.entries(heard).forEach(([name, listener]) => document.removeEventListener(name, listener));
  };
}

export default { render };
