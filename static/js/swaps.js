// A swap that fails leaves the page as it was: say so, or a click seems to have been lost.
// A request that was only broken off, by a later one or by leaving the page, is none of these.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    const message = document.createElement("p");
    message.className = "message error";
    message.textContent = "That did not work. Check your connection, then load the page again.";
    const messages = document.getElementById("messages");
    messages.replaceChildren(message);
    messages.scrollIntoView({ block: "nearest" });
  });
}

// The button of an item says something else after its first click: the second of a double click does not mean that.
document.addEventListener("click", (click) => {
  if (click.detail > 1 && click.target.closest(".take")) click.preventDefault();
});

// The filters are sent anew with every choice: what the reader has folded out stays so.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  for (const fold of document.querySelectorAll(".more-filters[open]")) {
    const fresh = detail.fragment.querySelector(`#${CSS.escape(fold.id)}`);
    if (fresh) fresh.open = true;
  }
});
