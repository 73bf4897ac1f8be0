import { escapeHtml } from "./escapeHtml.mjs";

const COURSE = "CNN workbook";

/**
 * A whole page: head, bar with search and colours, contents of the page, its middle part, and the way to its neighbours.
 *
 * @param {object} page
 * @param {string} page.title
 * @param {string} page.description for search engines and shared links
 * @param {string} page.main HTML
 * @param {string} [page.root] the way to the site's first folder: "" or "../"
 * @param {{ id: string, level: number, title: string }[]} [page.sections] listed as contents
 * @param {string} [page.neighbours] HTML of the links to other pages
 */
export function shell({ title, description, main, root = "", sections = [], neighbours = "" }) {
  const contents = contentsOf(sections);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title === COURSE ? COURSE : `${title} – ${COURSE}`)}</title>
<meta name="description" content="${escapeHtml(description)}">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/site.css">
<script src="${root}assets/theme.js"></script>
<script defer src="${root}assets/explorers.js"></script>
<script defer src="${root}assets/page.js"></script>
</head>
<body data-root="${root}">
<a class="skip" href="#content">Skip to the text</a>
<header class="bar">
<a class="home" href="${root}index.html">${COURSE}</a>
<search class="search" hidden><label for="search">Search</label> <input id="search" type="search" placeholder="Search" autocomplete="off" aria-controls="results">
<div id="results" class="results" hidden></div></search>
<div class="colours" hidden><label for="colours">Colours</label> <select id="colours"><option value="">system</option><option value="light">light</option><option value="dark">dark</option></select></div>
</header>
<div class="columns${contents ? "" : " single"}">
${contents}<main id="content" tabindex="-1">
${main}
</main>
</div>
<footer>
${neighbours}<p class="licence">MIT licence. In JupyterLab you can change and run every cell: <code>npm start</code>.</p>
</footer>
</body>
</html>
`;
}

/** Sections of the second level, with those below them. */
function contentsOf(sections) {
  const shown = sections.filter(({ level }) => level === 2 || level === 3);
  if (shown.length < 2) return "";
  const items = shown.map(
    ({ id, level, title }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav class="contents" aria-label="On this page"><details><summary>On this page</summary><ul>
${items.join("\n")}
</ul></details></nav>
`;
}
