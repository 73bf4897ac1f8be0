import type { Drawn, Forms } from "./drawn.js";
import { loadPlotly } from "./plotly.js";
import { styleData, styleFigure } from "./styleFigure.js";
import { onThemeChange, readTheme } from "./theme.js";

interface FigureData {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
}

const CONFIG = {
  displaylogo: false,
  // Plotly offers to send the figure to its makers' server; a student's work stays here.
  showSendToCloud: false,
  plotlyServerURL: "",
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"],
};

/** Draws a Plotly figure in `node`, and again when the room or the page's colours change. */
export async function drawFigure(node: HTMLElement, type: string, forms: Forms, folder: string): Promise<Drawn> {
  const plotly = await loadPlotly(folder);
  const box = document.createElement("div");
  box.className = "cnn-workbook-figure";
  box.setAttribute("role", "img");
  node.replaceChildren(box);
  let figure = read(forms, type);
  let width = 0;
  const redraw = async () => {
    box.setAttribute("aria-label", figure.alt);
    // A hidden tab has no width; the observer calls again when it is shown.
    if (width === 0) return;
    const colours = readTheme();
    await plotly.react(box, styleData(figure.data, colours), styleFigure(figure.layout, colours, width), CONFIG);
  };
  const observer = new ResizeObserver(() => {
    const next = Math.floor(node.clientWidth);
    if (next === width || next === 0) return;
    width = next;
    void redraw();
  });
  observer.observe(node);
  const stopWatching = onThemeChange(() => void redraw());
  width = Math.floor(node.clientWidth);
  await redraw();
  return {
    async update(next) {
      figure = read(next, type);
      await redraw();
    },
    dispose() {
      observer.disconnect();
      stopWatching();
      plotly.purge(box);
    },
  };
}

function read(forms: Forms, type: string): FigureData & { alt: string } {
  const { data, layout } = forms[type] as FigureData;
  const meta = layout?.meta as { alt?: string } | undefined;
  return { data: data ?? [], layout: layout ?? {}, alt: meta?.alt ?? String(forms["text/plain"] ?? "") };
}
