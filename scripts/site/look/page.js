// Draws figures and explorers where the page is being read, and readies search and contents.
const FIGURE = "application/vnd.plotly.v1+json";
/** How far below the window figures are drawn ahead, in pixels. */
const AHEAD = "900px";

const waiting = new Set(document.querySelectorAll(".live"));
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) draw(target);
  },
  { rootMargin: AHEAD },
);
for (const output of waiting) observer.observe(output);
// On paper all are wanted. What is still on its way leaves its picture or its words.
addEventListener("beforeprint", () => {
  for (const output of waiting) draw(output);
});

async function draw(output) {
  if (!waiting.delete(output)) return;
  observer.unobserve(output);
  const box = document.createElement("div");
  try {
    const { type, forms } = JSON.parse(output.querySelector("script").textContent);
    if (type === FIGURE && hasPictures(forms)) await fetchPictures(forms[FIGURE].data);
    output.prepend(box);
    await window.cnnWorkbook.draw(box, type, forms);
    // An image has no buttons that one could reach; these figures have.
    box.querySelector(".cnn-workbook-figure")?.setAttribute("role", "figure");
    output.querySelector(".still").remove();
    output.classList.add("drawn");
  } catch (error) {
    box.remove();
    console.info("A figure stays a picture:", error.message);
  }
}

function hasPictures(forms) {
  return forms[FIGURE].data.some(({ type }) => type === "image");
}

/** Plotly takes pictures in the figure itself only. */
async function fetchPictures(traces) {
  await Promise.all(
    traces.map(async (trace) => {
      if (trace.type !== "image") return;
      const response = await fetch(trace.source);
      trace.source = await asDataUri(await response.blob());
    }),
  );
}

function asDataUri(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const contents = document.querySelector(".contents details");
if (contents && matchMedia("(min-width: 70rem)").matches) contents.open = true;

/** What scrolls sideways must be reached by keyboard, and only that. */
function markScrollers() {
  for (const block of document.querySelectorAll("main pre, main .wide, main .katex")) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
    else block.removeAttribute("tabindex");
  }
}
markScrollers();
addEventListener("resize", markScrollers);

const field = document.getElementById("search");
field.parentElement.hidden = false;
field.addEventListener("focus", () => load("search.js"), { once: true });

function load(name) {
  const script = document.createElement("script");
  script.src = `${document.body.dataset.root}assets/${name}`;
  document.head.append(script);
}
