// The look: the stylesheet comes with this part, the accent colour from the practice.

function render({ model }) {
  return follow(model, ['accent'], () => document.documentElement.style.setProperty('--ck-accent', model.get('accent')));
}

export default { render };
