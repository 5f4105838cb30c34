"use strict";
// Nothing on these pages needs this script: it counts the days again, narrows the list of tasks, and copies commands.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // The day it is now where the campaign is: "2026-11-28".
  const today = () => {
    try {
      return new Intl.DateTimeFormat("en-CA", { timeZone: root.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
    } catch {
      return root.dataset.day;
    }
  };
  const now = today();
  const days = (day) => Math.round((Date.parse(day) - Date.parse(now)) / 86400000);
  if (now > root.dataset.day) {
    for (const it of all("[data-countdown]")) {
      const left = days(it.dataset.countdown);
      it.textContent = (left < 0 ? it.dataset.after : it.dataset.before).replace("%", Math.abs(left));
    }
    for (const it of all("[data-until]")) {
      if (it.dataset.until < now) it.textContent += ` (${it.dataset.over})`;
    }
  }

  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }

  const form = document.querySelector("[data-filters]");
  if (!form) return;
  const fields = all("[data-kind]", form);
  const list = document.querySelector("[data-list]");
  let cards = [...list.children];
  const count = document.querySelector("[data-count]");
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  // What a card says, and the words beside it.
  const texts = new Map();
  const said = (card) => {
    if (!texts.has(card)) {
      const shown = all("h3, .result, .meta > *", card).map((it) => it.textContent).join(" ");
      texts.set(card, ` ${folded(shown)} ${card.dataset.words}`);
    }
    return texts.get(card);
  };
  const fits = {
    time: (card, value) => Number(card.dataset.time) <= Number(value),
    skill: (card, value) => card.dataset.skill.split(" ").includes(value),
    place: (card, value) => card.dataset.place.split(" ").includes(value),
    project: (card, value) => card.dataset.project === value,
    words: (card, value) => folded(value).split(" ").every((word) => said(card).includes(` ${word}`)),
  };

  // A long list goes on on other pages; whoever narrows it looks at all of them, in their order. A page on a disk may not read others.
  const part = document.querySelector("[data-part]");
  const pages = document.querySelector("[data-pages]");
  const foreign = new Set();
  let whole = null;
  const readOthers = async () => {
    const other = async (link) => {
      if (link.hasAttribute("aria-current")) return cards;
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(link.href);
      return all("[data-list] > li", new DOMParser().parseFromString(await answer.text(), "text/html"));
    };
    const own = new Set(cards);
    const found = (await Promise.all(all("a", pages).map(other))).flat();
    for (const card of found) if (!own.has(card)) foreign.add(card);
    list.replaceChildren(...found);
    cards = found;
  };
  const show = () => {
    const wishes = fields.filter((field) => field.value.trim());
    if (pages && wishes.length && !whole) {
      whole = location.protocol === "file:" ? Promise.reject(new Error("a disk")) : readOthers();
      whole.then(show, () => { part.hidden = false; show(); });
    }
    if (pages) pages.hidden = wishes.length > 0 && part.hidden;
    let shown = 0;
    for (const card of cards) {
      card.hidden = wishes.length ? !wishes.every((field) => fits[field.dataset.kind](card, field.value)) : foreign.has(card);
      shown += !card.hidden;
    }
    const text = shown === 0 ? count.dataset.none : shown === 1 ? count.dataset.one : count.dataset.many;
    count.textContent = wishes.length ? text.replace("%", shown) : "";
    const address = new URLSearchParams(wishes.map((field) => [field.name, field.value.trim()])).toString();
    history.replaceState(null, "", address ? `?${address}` : location.pathname);
  };
  const read = () => {
    const address = new URLSearchParams(location.search);
    for (const field of fields) field.value = address.get(field.name) ?? "";
  };
  const wish = (link) => new URLSearchParams(link.dataset.wish);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-wish]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [[name, value]] = wish(link);
    const field = form.elements.namedItem(name);
    if (!field) return;
    event.preventDefault();
    field.value = field.value === value ? "" : value;
    show();
  });
  form.hidden = false;
  for (const plain of all("[data-plain]")) plain.hidden = true;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("popstate", () => { read(); show(); });
  read();
  show();
})();
