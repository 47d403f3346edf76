// A heading of what a person asked to see: it comes into view, and the keyboard goes there.

function render({ model, el }) {
  const heading = h('h2', { tabindex: '-1' });

  function show() {
    say(heading, model.get('text'));
    arrange(el, model.get('text') ? [heading] : []);
  }

  function focus() {
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  const ends = [
    follow(model, ['text'], show),
    hear(model, (message) => { if (message.focus) requestAnimationFrame(focus); }),
  ];
  return () => ends.forEach((end) => end());
}

export default { render };
