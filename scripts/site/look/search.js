// Loaded when the search is first used, with the index of all sections.
import MiniSearch from "minisearch";
import { SEARCH } from "../searchSettings.mjs";

const MOST = 12;
const root = document.body.dataset.root;
const field = document.getElementById("search");
const results = document.getElementById("results");

const script = document.createElement("script");
script.src = `${root}assets/search-index.js`;
script.onload = () => {
  const index = MiniSearch.loadJSON(window.cnnWorkbookIndex, SEARCH);
  const answer = () => show(field.value.trim(), (words) => index.search(words));
  field.addEventListener("input", answer);
  answer();
};
script.onerror = () => tell("The index of the course could not be loaded.");
document.head.append(script);

function show(words, search) {
  results.hidden = words === "";
  if (words === "") return;
  const found = search(words).slice(0, MOST);
  tell(found.length === 0 ? `Nothing is found for “${words}”.` : `${found.length} of the sections that fit best:`);
  const list = document.createElement("ul");
  list.append(...found.map(entry));
  if (found.length > 0) results.append(list);
}

function entry({ address, title, page }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + address;
  link.textContent = title;
  link.addEventListener("click", close);
  item.append(link);
  if (page !== title) item.append(` in ${page}`);
  return item;
}

function tell(sentence) {
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  words.textContent = sentence;
  results.hidden = false;
  results.replaceChildren(words);
}

function close() {
  results.hidden = true;
}

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || results.hidden) return;
  close();
  field.focus();
});
document.addEventListener("click", ({ target }) => {
  if (!results.parentElement.contains(target)) close();
});
field.addEventListener("focus", () => {
  if (results.childElementCount > 0 && field.value.trim()) results.hidden = false;
});
