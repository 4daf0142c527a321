// A box under the last password field shows what is typed, since it is typed only once.
const fields = [...document.querySelectorAll("input[data-password]")];
if (fields.length) {
  const box = document.createElement("input");
  box.type = "checkbox";
  const label = document.createElement("label");
  label.className = "option";
  label.append(box, " Show what I type");
  box.addEventListener("change", () => {
    for (const field of fields) field.type = box.checked ? "text" : "password";
  });
  fields.at(-1).after(label);
  // Typed in the open, it must not be remembered among the words of other forms.
  fields[0].form.addEventListener("submit", () => {
    for (const field of fields) field.type = "password";
  });
}
