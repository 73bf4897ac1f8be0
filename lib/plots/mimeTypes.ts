/** The type under which JupyterLab, VS Code and others draw a Plotly figure. */
export const FIGURE_TYPE = "application/vnd.plotly.v1+json";

/** The type under which our JupyterLab extension draws something to play with. */
export const EXPLORER_TYPE = "application/vnd.cnn-workbook.explorer+json";
