// The finder by keyboard: 1 to 5 answer the statement that is next, and the one after it comes into view.
const finder = document.querySelector("[data-finder]");
const statements = [...finder.querySelectorAll("fieldset")];
const gentle = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

function next(after) {
  return statements.slice(after + 1).find((each) => !each.querySelector(":checked"));
}

function onwards(from) {
  const to = next(from);
  const stop = to ? to.querySelector("input") : finder.querySelector("button");
  stop.focus({ preventScroll: true });
  (to ?? stop).scrollIntoView({ block: to ? "center" : "nearest", behavior: gentle });
}

document.addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey || !/^[1-5]$/.test(press.key)) return;
  const here = statements.findIndex((each) => each.contains(document.activeElement));
  const place = here >= 0 ? here : statements.indexOf(next(-1));
  if (place < 0) return;
  press.preventDefault();
  statements[place].querySelector(`[value="${press.key}"]`).checked = true;
  onwards(place);
});

// On a phone one statement fills the screen: the next one comes when one is answered by touch, and only then.
finder.addEventListener("click", (click) => {
  const face = click.target.closest(".face");
  if (!face || click.detail === 0 || !matchMedia("(max-width: 40rem)").matches) return;
  onwards(statements.indexOf(face.closest("fieldset")));
});
