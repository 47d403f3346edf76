// What a workbook's page does beside its widgets: wait, end its kernel, and tell when that is gone.
(() => {
  "use strict";

  const WATCH_EVERY = 4000; // milliseconds
  const SOON = 500;
  const LONG = 30000;
  const OUTPUT = 'script[type="application/vnd.voila.cell-output+json"]';
  const find = (id) => document.getElementById(id);
  const base = () => document.body.dataset.base;
  const kernel = () => JSON.parse(find("jupyter-config-data")?.textContent ?? "{}").kernelId;

  // Voila calls these while it sends the page.
  window.voila_heartbeat = () => {};
  window.voila_finish = () => {};

  // Voila ends the kernel on `beforeunload`, which also comes before a mail link or a download,
  // when the page stays. So that event ends here, and `pagehide` does it.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation());
  window.addEventListener("pagehide", endKernel);
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());

  let ended = false;
  function endKernel() {
    const id = document.body && kernel();
    if (!id || ended) return;
    ended = true;
    const form = new FormData();
    form.append("_xsrf", document.cookie.match(/\b_xsrf=([^;]*)/)?.[1] ?? "");
    navigator.sendBeacon(`${base()}voila/api/shutdown/${id}`, form);
  }

  function ready() {
    find("ck-wait").hidden = true;
    find("ck-page").removeAttribute("aria-busy");
  }

  setTimeout(() => {
    if (!find("ck-wait")?.hidden) find("ck-wait").textContent = "Dit duurt langer dan anders. Laad de bladzijde opnieuw.";
  }, LONG);

  // Widgets come in when Voila has replaced what stands for them.
  function whenDrawn(then) {
    const page = find("ck-page");
    const isDrawn = () =>
      [...page.querySelectorAll(".ck-output")].every(
        (one) => one.querySelector(".jp-OutputArea-output")?.childElementCount,
      );
    if (isDrawn()) return then();
    const watch = new MutationObserver(() => {
      if (!isDrawn()) return;
      watch.disconnect();
      then();
    });
    watch.observe(page, { childList: true, subtree: true });
  }

  function tell(text) {
    const box = find("ck-lost");
    if (box.dataset.text === text) return;
    box.dataset.text = text;
    box.hidden = !text;
    box.replaceChildren();
    if (!text) return;
    const button = document.createElement("button");
    button.className = "ck-button";
    button.textContent = "Laad opnieuw";
    button.addEventListener("click", () => location.reload());
    const words = document.createElement("p");
    words.textContent = text;
    box.append(words, button);
  }

  let missed = 0;
  async function look() {
    const maybe = document.body.dataset.kept === "ja" ? "misschien " : "";
    const gone = `De verbinding is weg. Wat je net typte, is ${maybe}niet bewaard. Kopieer het eerst.`;
    let answer;
    try {
      answer = await fetch(`${base()}api/kernels/${kernel()}`, { cache: "no-store" });
    } catch {
      missed += 1;
      if (missed === 1) return setTimeout(look, SOON);
      return tell(`${gone} Draait coachkit niet meer? Start het opnieuw en open het nieuwe adres.`);
    }
    missed = 0;
    const again = answer.status === 403 ? "coachkit is opnieuw gestart. Open het nieuwe adres." : "Laad de bladzijde opnieuw.";
    tell(answer.ok ? "" : `${gone} ${again}`);
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!find("ck-page").querySelector(OUTPUT)) {
      ready(); // no widgets: the page needs its kernel no longer
      return endKernel();
    }
    whenDrawn(ready);
    setInterval(look, WATCH_EVERY);
    document.addEventListener("visibilitychange", () => document.hidden || look());
  });
})();
