// Preview of a text under its box. Without this file the same button opens the preview in a tab of its own.
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

async function previewOf(button, box) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", token());
  body.set("only", button.value);
  body.set(box.name, box.value);
  const headers = { "X-Requested-With": "fetch" };
  const answer = await fetch(button.formAction, { method: "POST", body, headers, redirect: "error" });
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes;
}

function panelOf(button, box) {
  const panel = document.createElement("div");
  panel.className = "preview";
  panel.id = `${box.id}_preview`;
  panel.setAttribute("aria-live", "polite");
  button.setAttribute("aria-controls", panel.id);
  button.after(panel);
  return panel;
}

for (const button of document.querySelectorAll("[data-preview]")) {
  const box = document.getElementById(button.dataset.preview);
  const panel = panelOf(button, box);
  const toggle = (open) => {
    panel.hidden = !open;
    button.firstChild.data = open ? "Close preview" : "Preview";
    button.setAttribute("aria-expanded", open);
    box.parentElement.classList.toggle("previewed", open);
  };
  toggle(false);
  const show = async () => {
    try {
      panel.replaceChildren(...(await previewOf(button, box)));
    } catch {
      panel.textContent = "The preview can’t be fetched now. What you typed is still here.";
    }
  };
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (panel.hidden) await show();
    toggle(panel.hidden);
  });
  box.addEventListener("change", () => panel.hidden || show());
}
