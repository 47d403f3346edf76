// What all parts of a screen share. Words of people only ever become text, never markup.

/** Makes an element. Properties that begin with "on" are listeners; null and false are left out. */
function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets a text, and leaves the page alone when it is there already. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

function setFlag(element, name, value) {
  if (value) element.setAttribute(name, value === true ? '' : value);
  else element.removeAttribute(name);
}

/** Makes a change above what has the keyboard, which keeps its place on the screen. */
function steady(el, change) {
  const held = document.activeElement;
  if (!held || held === document.body || el.contains(held)) return change();
  const top = held.getBoundingClientRect().top;
  change();
  const moved = held.getBoundingClientRect().top - top;
  return moved && scrollerOf(held).scrollBy(0, moved);
}

function scrollerOf(element) {
  const scrolls = (each) => each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY);
  let parent = element.parentElement;
  while (parent && !scrolls(parent)) parent = parent.parentElement;
  return parent ?? document.scrollingElement;
}

/** Turns a button off; one that has the keyboard keeps it until it goes on. */
function turnOff(button, off) {
  const held = off && button === document.activeElement;
  const waits = button.hasAttribute('aria-disabled');
  setFlag(button, 'aria-disabled', held && 'true');
  button.disabled = Boolean(off) && !held;
  if (held && !waits) button.addEventListener('blur', () => { if (isOff(button)) turnOff(button, true); }, { once: true });
}

const isOff = (button) => button.disabled || button.getAttribute('aria-disabled') === 'true';

let lastId = 0;
const newId = (word) => `ck-${word}-${(lastId += 1)}`;

/** Calls a function now and whenever one of some traits changes; gives what ends it. */
function follow(model, traits, update) {
  const events = traits.map((trait) => `change:${trait}`).join(' ');
  model.on(events, update);
  update();
  return () => model.off(events, update);
}

/** Calls a function with each message of the kernel; gives what ends it. */
function hear(model, heard) {
  model.on('msg:custom', heard);
  return () => model.off('msg:custom', heard);
}

function bytesOf(view) {
  return view instanceof DataView ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array(view);
}

function sameBytes(one, other) {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Lets a list of elements follow data, in its order; elements that stay keep their focus. */
function arrange(parent, wanted) {
  [...parent.children].filter((element) => !wanted.includes(element)).forEach((element) => element.remove());
  wanted.forEach((element, i) => {
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  });
}

