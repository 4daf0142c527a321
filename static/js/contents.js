// Marks, in the contents rail, the section that is being read.
const rail = document.querySelector(".contents");
const wide = matchMedia("(min-width: 56.01rem)").matches;
// A wide screen shows it open: it should say so too, since some tools take what stands in a closed one for hidden.
if (rail && wide) rail.querySelector("details").open = true;

const links = new Map();
for (const link of rail ? rail.querySelectorAll("ol ol a") : []) links.set(link.hash.slice(1), link);
const last = [...links.values()].at(-1);

const inView = new Set();
let marked = null;
let jumping = false;

const mark = (link) => {
  if (!link || link === marked) return;
  marked?.removeAttribute("aria-current");
  marked = link;
  marked.setAttribute("aria-current", "true");
  const offset = marked.getBoundingClientRect().top - rail.getBoundingClientRect().top;
  if (wide && (offset < 0 || offset > rail.clientHeight - 40)) rail.scrollTop += offset - rail.clientHeight / 3;
};

const atTheEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 2;

const read = () => {
  if (jumping) return;
  if (scrollY && atTheEnd()) return mark(last);
  mark(links.get([...links.keys()].find((id) => inView.has(id))));
};

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) inView[entry.isIntersecting ? "add" : "delete"](entry.target.id);
    read();
  },
  { rootMargin: "0px 0px -65% 0px" },
);
for (const id of links.keys()) observer.observe(document.getElementById(id));

addEventListener("scrollend", read, { passive: true });
// What was chosen stays marked until the reader moves on, even where it cannot come up to the top.
rail?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  jumping = true;
  if (!wide) rail.querySelector("details").open = false;
  mark(links.get(link.hash.slice(1)));
});
for (const moved of ["wheel", "touchmove", "keydown"]) {
  addEventListener(moved, () => { jumping = false; }, { passive: true });
}
