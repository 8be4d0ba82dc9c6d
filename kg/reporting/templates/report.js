"use strict";

// The timeline's filter: words and statuses; without script everything is shown.
const form = document.getElementById("filter");
const events = [...document.querySelectorAll(".event")];
const texts = events.map((event) => event.textContent.toLowerCase());
function filter() {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = new Set([...form.querySelectorAll("[name=status]:checked")].map((box) => box.value));
  let shown = 0;
  events.forEach((event, at) => {
    event.hidden = !(chosen.has(event.dataset.status) && words.every((word) => texts[at].includes(word)));
    shown += event.hidden ? 0 : 1;
  });
  form.querySelector("output").textContent = `${shown} of ${events.length} events`;
}
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (submitted) => submitted.preventDefault());
filter();

// A link leads to its goal even where that is folded or filtered away.
function reveal() {
  const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!goal) return;
  goal.hidden = false;
  const folded = goal.matches("details") ? goal : goal.querySelector("details");
  if (folded && !goal.matches("section")) folded.open = true;
  goal.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => (one.open = true)));

// The network: one actor's ties alone, and actors that can be moved.
const graph = document.getElementById("graph");
if (graph) {
  const nodes = [...graph.querySelectorAll(".node")];
  const lines = [...graph.querySelectorAll("line")];
  const radius = (node) => Number(node.dataset.radius);
  const place = (node) => node.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  function select(node) {
    const off = node.getAttribute("aria-pressed") === "true";
    nodes.forEach((one) => one.setAttribute("aria-pressed", String(one === node && !off)));
    const near = new Set([node.id]);
    lines.forEach((line) => {
      const own = [line.dataset.source, line.dataset.target].includes(node.id);
      line.classList.toggle("faded", !own && !off);
      if (own) near.add(line.dataset.source).add(line.dataset.target);
    });
    nodes.forEach((one) => one.classList.toggle("faded", !off && !near.has(one.id)));
  }
  function move(node, x, y) {
    node.setAttribute("transform", `translate(${x} ${y})`);
    lines.forEach((line) => {
      if (line.dataset.source !== node.id && line.dataset.target !== node.id) return;
      const [from, to] = [line.dataset.source, line.dataset.target].map((id) => place(document.getElementById(id)));
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const far = Math.hypot(dx, dy) || 1;
      const short = radius(document.getElementById(line.dataset.target)) / far;
      for (const [name, value] of Object.entries({ x1: from[0], y1: from[1], x2: to[0] - dx * short, y2: to[1] - dy * short })) {
        line.setAttribute(name, value.toFixed(1));
      }
    });
  }
  let held = null;
  let moved = false;
  graph.addEventListener("pointerdown", (event) => {
    held = event.target.closest(".node");
    moved = false;
    if (held) graph.setPointerCapture(event.pointerId);
  });
  graph.addEventListener("pointermove", (event) => {
    if (!held) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(graph.getScreenCTM().inverse());
    if (Math.hypot(at.x - place(held)[0], at.y - place(held)[1]) > 4) moved = true;
    if (moved) move(held, at.x.toFixed(1), at.y.toFixed(1));
  });
  graph.addEventListener("pointerup", () => {
    if (held && !moved) select(held);
    held = null;
  });
  graph.addEventListener("keydown", (event) => {
    const node = event.target.closest(".node");
    if (node && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      select(node);
    }
  });
}
