/**
 * Colours and lines of the picture. On a page it follows JupyterLab's variables, and by itself (as a picture in a saved
 * notebook) the values after the commas.
 */
export const sceneStyle = `
.cw-scene{--cw-blue:#0072b2;--cw-orange:#c75300;--cw-green:#00795a;--cw-tint:213,94,0;
--cw-ink:var(--jp-ui-font-color1,#212121);--cw-soft:var(--jp-ui-font-color2,#616161);--cw-hair:var(--jp-border-color2,#dcdcdc);
--cw-paper:var(--jp-layout-color1,#fff);font-family:var(--jp-ui-font-family,system-ui,sans-serif);font-size:13px}
[data-jp-theme-light="false"] .cw-scene{--cw-blue:#6cc0f0;--cw-orange:#ff9d66;--cw-green:#3fd1a4;--cw-tint:255,157,102;--cw-hair:#484848}
.cw-scene text{fill:var(--cw-ink);text-anchor:middle;font-variant-numeric:tabular-nums;user-select:none;-webkit-user-select:none}
.cw-scene .cw-band{fill:rgba(var(--cw-tint),.1)}
.cw-scene .cw-axis{stroke:var(--cw-hair);stroke-width:1}
.cw-scene .cw-stem{stroke-width:2;fill:none}
.cw-scene line.cw-signal{stroke:var(--cw-blue)}.cw-scene circle.cw-signal{fill:var(--cw-blue)}
.cw-scene line.cw-kernel{stroke:var(--cw-orange)}
.cw-scene .cw-hollow{fill:var(--cw-paper);stroke:var(--cw-orange);stroke-width:2}
.cw-scene line.cw-output{stroke:var(--cw-green);opacity:.75}.cw-scene circle.cw-output{fill:var(--cw-green)}
.cw-scene line.cw-now{opacity:1;stroke-width:3}.cw-scene circle.cw-now{stroke:var(--cw-paper);stroke-width:2}
.cw-scene .cw-open{fill:none;stroke:var(--cw-hair);stroke-width:1.5}
.cw-scene .cw-cell{fill:var(--cw-paper);stroke:var(--cw-hair);stroke-width:1}
.cw-scene rect.cw-kernel.cw-cell{stroke:var(--cw-orange);stroke-width:1.5}
.cw-scene rect.cw-zero{stroke-dasharray:3 3;fill:none}
.cw-scene rect.cw-product{stroke:var(--cw-soft)}
.cw-scene text.cw-signal{fill:var(--cw-blue)}.cw-scene text.cw-kernel{fill:var(--cw-orange);font-weight:600}
.cw-scene text.cw-output{fill:var(--cw-green)}.cw-scene text.cw-zero{fill:var(--cw-soft)}
.cw-scene text.cw-now{font-weight:700}
.cw-scene .cw-tick{fill:var(--cw-soft);font-size:11px}.cw-scene .cw-sign{fill:var(--cw-soft);font-size:11px}
.cw-scene .cw-arrow{fill:none;stroke:var(--cw-soft);stroke-width:1.5}
.cw-scene .cw-name{text-anchor:start;font-size:13px}
.cw-scene .cw-mode{fill:var(--cw-hair);opacity:.45}.cw-scene .cw-kept{fill:var(--cw-green);opacity:.22}
.cw-scene .cw-mode-name{font-size:11px}.cw-scene .cw-left{text-anchor:start}
`;
