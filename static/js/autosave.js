// Keeps what is typed in a form of the plan until it is saved, every few seconds and when the page is left.
// Without this script nothing is kept, and everything else works.
const EVERY = 4000;
const OWN = new Set(["csrfmiddlewaretoken", "token", "version"]);

function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !OWN.has(name)) fields[name] = value;
  }
  return JSON.stringify(fields);
}

function watch(form) {
  const said = document.createElement("small");
  form.append(said);
  let kept = fieldsOf(form);
  let sending = null;
  let stopped = false;

  async function keep(options = {}) {
    const fields = fieldsOf(form);
    if (stopped || sending || fields === kept) return;
    const body = new URLSearchParams({
      csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
      form: location.pathname,
      version: (form.elements.version ?? form.elements.token).value,
      fields,
    });
    sending = new AbortController();
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body, redirect: "manual", signal: sending.signal, ...options,
      });
      if (answer.status === 204) {
        kept = fields;
        said.textContent = `What you typed is kept, and not saved yet (${new Date().toTimeString().slice(0, 5)}).`;
      } else {
        stopped = true; // signed out, or more than can be kept: saving the form says what there is to say
      }
    } catch {
      // No connection: the next time will do.
    } finally {
      sending = null;
    }
  }

  setInterval(keep, EVERY);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep({ keepalive: true });
  });
  form.addEventListener("submit", () => {
    stopped = true;
    sending?.abort();
  });
  // Whoever comes back with “Back” to a form they had sent goes on typing in it.
  addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });
}

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);

// A file that is too large is refused before it is sent: a slow connection would take minutes to learn that.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
  const said = document.createElement("p");
  said.className = "error";
  said.role = "alert";
  input.after(said);
  input.addEventListener("change", () => {
    const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.most));
    said.textContent = tooLarge ? "That file has more than 5 MB. Make it smaller, or give a link to it instead." : "";
    if (tooLarge) input.value = "";
  });
}
