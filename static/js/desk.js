// In a list marked with data-keys, j and k go from stop to stop. Only while the focus is on a stop: a key typed anywhere
// else, such as into a comment, is left alone.
for (const list of document.querySelectorAll("[data-keys]")) {
  list.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("[data-stop]")) return;
    const stops = [...list.querySelectorAll("[data-stop]")];
    const next = stops[stops.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
}

for (const told of document.querySelectorAll("[data-keys-told]")) {
  told.hidden = false;
}
