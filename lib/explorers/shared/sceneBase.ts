/**
 * Colours and letters of every picture. On a page they follow JupyterLab's variables, and by themselves (as a picture in a
 * saved notebook) the values after the commas.
 */
export const sceneBase = `
.cw-scene{--cw-blue:#0072b2;--cw-orange:#b54b00;--cw-green:#00795a;--cw-tint:213,94,0;
--cw-ink:var(--jp-ui-font-color1,#212121);--cw-soft:var(--jp-ui-font-color2,#616161);--cw-hair:var(--jp-border-color2,#dcdcdc);
--cw-paper:var(--jp-layout-color1,#fff);font-family:var(--jp-ui-font-family,system-ui,sans-serif);font-size:13px}
[data-jp-theme-light="false"] .cw-scene{--cw-blue:#6cc0f0;--cw-orange:#ff9d66;--cw-green:#3fd1a4;--cw-tint:255,157,102;--cw-hair:#484848}
.cw-scene text{fill:var(--cw-ink);text-anchor:middle;font-variant-numeric:tabular-nums;user-select:none;-webkit-user-select:none}
.cw-scene .cw-cell{fill:var(--cw-paper);stroke:var(--cw-hair);stroke-width:1}
.cw-scene rect.cw-zero{stroke-dasharray:3 3;fill:none}
.cw-scene rect.cw-product{stroke:var(--cw-soft)}
.cw-scene .cw-arrow{fill:none;stroke:var(--cw-soft);stroke-width:1.5}
.cw-scene .cw-name{text-anchor:start;font-size:13px}
.cw-scene text.cw-signal{fill:var(--cw-blue)}.cw-scene text.cw-kernel{fill:var(--cw-orange);font-weight:600}
.cw-scene text.cw-output{fill:var(--cw-green)}.cw-scene text.cw-zero{fill:var(--cw-soft)}
`;
