import type { FigureColours } from "./styleFigure.js";

/** Reads JupyterLab's colours; a page without them counts as light. */
export function readTheme(): FigureColours {
  const style = getComputedStyle(document.body);
  const variable = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const dark = document.body.dataset.jpThemeLight === "false";
  return {
    dark,
    text: variable("--jp-ui-font-color1", dark ? "#e0e0e0" : "#333333"),
    faint: dark ? "#3d3d3d" : "#e6e6e6",
    line: dark ? "#707070" : "#b0b0b0",
    surface: variable("--jp-layout-color1", dark ? "#111111" : "#ffffff"),
    font: variable("--jp-ui-font-family", "system-ui, sans-serif"),
  };
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/**
 * Calls `listener` when the page turns from light to dark or back.
 *
 * @returns ends that
 */
export function onThemeChange(listener: () => void): () => void {
  observer ??= new MutationObserver(() => {
    // The new theme's style sheet may still be on its way when the attribute changes.
    for (const each of listeners) each();
    setTimeout(() => {
      for (const each of listeners) each();
    }, 300);
  });
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"],
  });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
