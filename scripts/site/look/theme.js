// Before the page is drawn: its colours, those that were chosen here or else the system's.
const KEY = "cnn-workbook-colours";
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** What was chosen: "light", "dark", or "" for the system's. A browser that keeps nothing counts as the latter. */
function chosen() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Figures and explorers read JupyterLab's attribute. */
function apply(colours) {
  const dark = colours ? colours === "dark" : system.matches;
  root.dataset.theme = dark ? "dark" : "light";
  if (document.body) document.body.dataset.jpThemeLight = String(!dark);
}

apply(chosen());
system.addEventListener("change", () => apply(chosen()));
document.addEventListener("DOMContentLoaded", () => {
  apply(chosen());
  const choice = document.getElementById("colours");
  choice.value = chosen();
  choice.parentElement.hidden = false;
  choice.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, choice.value);
    } catch {
      // It holds for this page only.
    }
    apply(choice.value);
  });
});
addEventListener("beforeprint", () => apply("light"));
addEventListener("afterprint", () => apply(chosen()));
