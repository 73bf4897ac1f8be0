/** The part of plotly.js that is used here. */
export interface Plotly {
  react(node: HTMLElement, data: unknown[], layout: object, config: object): Promise<unknown>;
  purge(node: HTMLElement): void;
}

let loading: Promise<Plotly> | undefined;

/**
 * Loads plotly.js once for the page.
 *
 * @param folder - address of the folder that holds plotly.js, with a slash at its end
 * @throws {Error} when it is not there
 */
export function loadPlotly(folder: string): Promise<Plotly> {
  loading ??= new Promise((resolve, reject) => {
    const ready = () => (window as unknown as { Plotly?: Plotly }).Plotly;
    const present = ready();
    if (present?.react) return resolve(present);
    const script = document.createElement("script");
    script.src = `${folder}plotly.js`;
    script.onload = () => {
      const plotly = ready();
      if (plotly) resolve(plotly);
      else reject(new Error("plotly.js did not start"));
    };
    script.onerror = () => reject(new Error("plotly.js did not load"));
    document.head.append(script);
  });
  return loading;
}
