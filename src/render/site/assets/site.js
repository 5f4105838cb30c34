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
  const cards = all("[data-list] > li");
  const count = document.querySelector("[data-count]");
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const fits = {
    time: (card, value) => Number(card.dataset.time) <= Number(value),
    skill: (card, value) => card.dataset.skill.split(" ").includes(value),
    place: (card, value) => card.dataset.place.split(" ").includes(value),
    project: (card, value) => card.dataset.project === value,
    words: (card, value) => folded(value).split(" ").every((word) => ` ${card.dataset.words}`.includes(` ${word}`)),
  };
  const show = () => {
    const wishes = fields.filter((field) => field.value.trim());
    let shown = 0;
    for (const card of cards) {
      card.hidden = !wishes.every((field) => fits[field.dataset.kind](card, field.value));
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
  for (const link of all("[data-wish]")) {
    link.addEventListener("click", (event) => {
      const [[name, value]] = wish(link);
      const field = form.elements.namedItem(name);
      if (!field || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      field.value = field.value === value ? "" : value;
      show();
    });
  }
  form.hidden = false;
  for (const plain of all("[data-plain]")) plain.hidden = true;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("popstate", () => { read(); show(); });
  read();
  show();
})();
