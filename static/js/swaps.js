// A swap that fails leaves the page as it was: say so, or a click seems to have been lost.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    const message = document.createElement("p");
    message.className = "message error";
    message.textContent = "That may not have worked. Load the page again to see what is saved.";
    document.getElementById("messages").replaceChildren(message);
  });
}
