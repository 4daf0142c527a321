// Marks, in the contents rail, the section that is being read.
const rail = document.querySelector(".contents");
// A wide screen shows it open: it should say so too, since some tools take what stands in a closed one for hidden.
if (rail && matchMedia("(min-width: 56.01rem)").matches) rail.querySelector("details").open = true;

const links = new Map();
for (const link of rail ? rail.querySelectorAll("a[href^='#']") : []) {
  links.set(link.hash.slice(1), link);
}

const inView = new Set();
let marked = null;

const mark = () => {
  const first = [...links.keys()].find((id) => inView.has(id) && document.getElementById(id).matches(".prose"));
  if (!first || links.get(first) === marked) return;
  marked?.removeAttribute("aria-current");
  marked = links.get(first);
  marked.setAttribute("aria-current", "true");
  const list = marked.closest(".rail");
  if (list.scrollHeight > list.clientHeight) {
    const offset = marked.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (offset < 0 || offset > list.clientHeight - 40) list.scrollTop += offset - list.clientHeight / 3;
  }
};

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) inView[entry.isIntersecting ? "add" : "delete"](entry.target.id);
    mark();
  },
  { rootMargin: "0px 0px -65% 0px" },
);
for (const id of links.keys()) {
  const section = document.getElementById(id);
  if (section) observer.observe(section);
}
