// Suggestions under a search box while somebody types: the combobox pattern of the ARIA Authoring Practices Guide.
// Without this file the box is a plain form.
const PAUSE = 150; // milliseconds
const LEAST = 2; // letters: nothing shorter is sent

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const optionOf = ({ text, about, href }, id) => {
  const option = make("li", { id, role: "option", "aria-selected": "false", "data-href": href }, make("span", {}, text));
  if (about) option.append(" ", make("small", {}, about));
  return option;
};

function suggestFor(box) {
  const id = `${box.id}-suggestions`;
  const list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: "" });
  const status = make("p", { class: "visually-hidden", role: "status" });
  box.closest(".suggesting").append(list, status);
  box.autocomplete = "off";
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);

  let waiting, request, active;

  const mark = (option) => {
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  };

  const show = (open) => {
    list.hidden = !open;
    box.setAttribute("aria-expanded", open);
    mark(null);
  };

  const close = () => {
    clearTimeout(waiting);
    request?.abort();
    show(false);
    status.textContent = "";
  };

  const fill = (suggestions) => {
    list.replaceChildren(...suggestions.map((each, place) => optionOf(each, `${list.id}-${place}`)));
    show(suggestions.length > 0);
    const count = suggestions.length === 1 ? "1 suggestion" : `${suggestions.length || "No"} suggestions`;
    status.textContent = suggestions.length ? `${count}. Use the arrow keys to choose.` : `${count}.`;
  };

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const { signal } = request;
    const address = `${box.dataset.suggest}?${new URLSearchParams({ q: box.value.trim() })}`;
    try {
      const answer = await fetch(address, { signal });
      if (answer.ok) fill((await answer.json()).suggestions);
    } catch {
      // Given up for a later one, or no connection: the box works without suggestions.
    }
  };

  const askSoon = () => {
    clearTimeout(waiting);
    if (box.value.trim().length < LEAST) return close();
    waiting = setTimeout(ask, PAUSE);
  };

  const move = (step) => {
    const options = [...list.children];
    const from = active ? options.indexOf(active) : step > 0 ? -1 : options.length;
    mark(options[from + step] ?? null);
  };

  const keys = {
    ArrowDown: () => (list.hidden ? askSoon() : move(1)),
    ArrowUp: () => list.hidden || move(-1),
    Enter: () => location.assign(active.dataset.href),
    Escape: close,
  };
  const ours = (key) => key in keys && (key === "ArrowDown" || !list.hidden) && (key !== "Enter" || active);

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !ours(event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("input", (event) => {
    // Whoever asked for exactly these letters now asks for others.
    box.form.querySelector("[name=exact]")?.remove();
    if (!event.isComposing) askSoon();
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
}

const suggestForAll = () => {
  for (const left of document.querySelectorAll(".suggesting > :is(.suggestions, [role=status])")) left.remove();
  for (const box of document.querySelectorAll("[data-suggest]")) suggestFor(box);
};
suggestForAll();
// Back: htmx puts the page there as it stood, without what listens to it.
document.addEventListener("htmx:historyRestore", suggestForAll);

// Words that were sent are told from words still being typed, which the list searches for too.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.triggeringEvent?.type === "submit") detail.headers["X-Submitted"] = "1";
});
