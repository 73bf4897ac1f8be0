import { activationsStyle } from "../activations/sceneStyle.js";
import { boundaryStyle } from "../boundary/sceneStyle.js";
import { sceneStyle } from "../convolution1d/sceneStyle.js";
import { sceneStyle2d } from "../convolution2d/sceneStyle.js";
import { kernelSceneStyle } from "../kernel/sceneStyle.js";
import { networkStyle } from "../network/sceneStyle.js";
import { sizeSceneStyle } from "../outputSize/sceneStyle.js";
import { poolingStyle } from "../pooling/sceneStyle.js";

/** Looks of the explorers, in JupyterLab's colours where there are any. */
export const explorerStyle = `${sceneStyle}${sceneStyle2d}${sizeSceneStyle}${poolingStyle}${boundaryStyle}${activationsStyle}${networkStyle}${kernelSceneStyle}
.cw-explorer{--cw-blue:#0072b2;--cw-orange:#b54b00;--cw-green:#00795a;--cw-tint:213,94,0;
--cw-ink:var(--jp-ui-font-color1,#212121);--cw-soft:var(--jp-ui-font-color2,#616161);--cw-hair:var(--jp-border-color2,#dcdcdc);
--cw-paper:var(--jp-layout-color1,#fff);--cw-panel:var(--jp-layout-color2,#f2f2f2);--cw-mark:var(--jp-brand-color1,#1976d2);
color:var(--cw-ink);font:14px/1.45 var(--jp-ui-font-family,system-ui,sans-serif);max-width:780px;padding:8px 4px 10px;box-sizing:border-box}
[data-jp-theme-light="false"] .cw-explorer{--cw-blue:#6cc0f0;--cw-orange:#ff9d66;--cw-green:#3fd1a4;--cw-tint:255,157,102}
.cw-explorer p{margin:0}
.cw-explorer .cw-title{font-size:16px;font-weight:600;margin-bottom:8px}
.cw-explorer .cw-row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.cw-explorer .cw-kernel-part{display:grid;gap:8px;margin-bottom:10px}
.cw-explorer .cw-input{font:inherit;font-variant-numeric:tabular-nums;width:11em;box-sizing:border-box;padding:4px 8px;
color:var(--cw-ink);background:var(--cw-paper);border:1px solid var(--cw-soft);border-radius:6px}
.cw-explorer textarea.cw-input{width:9em;resize:vertical;white-space:pre;overflow-x:auto}
.cw-explorer .cw-input[aria-invalid="true"]{border:2px solid var(--cw-orange);padding:3px 7px}
.cw-explorer .cw-problem{flex-basis:100%;color:var(--cw-orange)}.cw-explorer .cw-problem:empty{display:none}
.cw-explorer .cw-chips{display:flex;flex-wrap:wrap;gap:6px}
.cw-explorer button{font:inherit;color:var(--cw-ink);background:var(--cw-paper);border:1px solid var(--cw-hair);border-radius:999px;
padding:3px 12px;min-height:30px;cursor:pointer}
.cw-explorer button:hover{background:var(--cw-panel)}
.cw-explorer .cw-chip[aria-pressed="true"]{border-color:var(--cw-orange);background:rgba(var(--cw-tint),.14);font-weight:600}
.cw-explorer :focus-visible{outline:2px solid var(--cw-mark);outline-offset:2px}
.cw-explorer .cw-flip{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 8px;cursor:pointer}
.cw-explorer .cw-flip input{appearance:none;-webkit-appearance:none;width:34px;height:18px;margin:0;align-self:center;border-radius:9px;
background:var(--cw-soft);position:relative;cursor:pointer;flex:none}
.cw-explorer .cw-flip input::before{content:"";position:absolute;left:2px;top:2px;width:14px;height:14px;border-radius:50%;background:var(--cw-paper)}
.cw-explorer .cw-flip input:checked{background:var(--cw-orange)}.cw-explorer .cw-flip input:checked::before{left:18px}
.cw-explorer .cw-words{color:var(--cw-soft)}
.cw-explorer .cw-picture{touch-action:pan-y;cursor:grab;overflow-x:auto}.cw-explorer .cw-picture:active{cursor:grabbing}
.cw-explorer .cw-pad,.cw-explorer .cw-pad:active{touch-action:none;cursor:crosshair}
.cw-explorer .cw-picture svg{display:block}
.cw-explorer .cw-equation{font-size:17px;font-variant-numeric:tabular-nums;margin:10px 0;padding:8px 12px;border-radius:8px;background:var(--cw-panel);overflow-x:auto}
.cw-explorer .cw-size{margin:0}.cw-explorer .cw-size span{display:block}
.cw-explorer .cw-unbroken{white-space:pre;display:inline-block}.cw-explorer .cw-equation b{font-weight:600;padding:0 1px}
.cw-explorer .cw-of-signal{color:var(--cw-blue)}.cw-explorer .cw-of-kernel{color:var(--cw-orange)}
.cw-explorer .cw-equation .cw-of-output{color:var(--cw-green);font-weight:700}.cw-explorer .cw-beside{opacity:.6}
.cw-explorer .cw-sums{display:grid;width:fit-content;max-width:100%;gap:0 8px;align-items:baseline}
.cw-explorer .cw-sums .cw-first{grid-column:1/-1}.cw-explorer .cw-sums .cw-unbroken{justify-self:end}
.cw-explorer .cw-slider{flex:1 1 80px;min-width:80px;margin:0;border-radius:8px;accent-color:var(--cw-green)}
.cw-explorer .cw-place{min-width:3.9em;font-variant-numeric:tabular-nums;font-weight:600}
.cw-explorer .cw-play{min-width:5em}.cw-explorer .cw-region{margin-top:6px;min-height:1.45em}
.cw-explorer .cw-hint{color:var(--cw-soft);font-size:13px}
.cw-explorer .cw-number-field{display:inline-flex;align-items:center;gap:5px}.cw-explorer .cw-number-input{width:4.3em;padding-right:2px}
.cw-explorer .cw-numbers{gap:6px 14px}.cw-explorer button:disabled,.cw-explorer input:disabled{opacity:.45;cursor:default}
.cw-explorer .cw-pick,.cw-explorer .cw-pick:active{cursor:pointer}
.cw-explorer .cw-range label{flex:0 0 12em}.cw-explorer .cw-range-number{width:5.2em}.cw-explorer .cw-tasks{margin-bottom:8px}.cw-explorer .cw-units{margin-top:8px}
.cw-explorer .cw-weights{display:grid;gap:4px;width:max-content}.cw-explorer .cw-weight-input{width:3.6em;padding:4px 2px;text-align:center}
.cw-explorer .cw-editor{display:flex;flex-wrap:wrap;gap:10px 18px;margin-bottom:10px}
.cw-explorer .cw-editor>:last-child{flex:1 1 260px;display:grid;gap:8px;align-content:start}
.cw-explorer .cw-pictures{position:relative}.cw-explorer .cw-pictures canvas{position:absolute;image-rendering:pixelated;outline:1px solid var(--cw-hair)}
.cw-explorer .cw-pictures .cw-picture{position:relative;cursor:crosshair;touch-action:none;overflow:hidden}
.cw-explorer .cw-drop{outline:3px dashed var(--cw-mark);outline-offset:2px}
.cw-explorer .cw-table{max-height:300px;overflow:auto;border:1px solid var(--cw-hair);border-radius:8px;margin-bottom:8px}
.cw-explorer table.cw-layers{border-collapse:collapse;width:100%;margin:0;font-size:13px;font-variant-numeric:tabular-nums;table-layout:auto}
.cw-explorer .cw-layers th{position:sticky;top:0;background:var(--cw-panel);font-weight:600}
.cw-explorer .cw-layers th,.cw-explorer .cw-layers td{padding:3px 8px;text-align:right;white-space:nowrap;max-width:none;color:var(--cw-ink)}
.cw-explorer .cw-layers :is(th,td):first-child{text-align:left}.cw-explorer .cw-layers tbody tr{background:none;cursor:pointer}
.cw-explorer .cw-layers tr:focus-visible{outline-offset:-2px}
.cw-explorer .cw-layers tr[aria-selected="true"]{background:rgba(var(--cw-tint),.18);box-shadow:inset 3px 0 var(--cw-orange)}
.cw-explorer .cw-layers .cw-unfit td{color:var(--cw-soft)}.cw-explorer .cw-table{container-type:inline-size}
@container (max-width:520px){.cw-explorer .cw-layers .cw-label{display:none}.cw-explorer .cw-layers th{white-space:normal;vertical-align:bottom}
.cw-explorer .cw-layers th,.cw-explorer .cw-layers td{padding:3px 5px;font-size:12px}}
.cw-explorer .cw-stages{display:grid;gap:6px;margin:10px 0}.cw-explorer .cw-maps{display:flex;flex-wrap:wrap;gap:3px;margin-top:2px}
.cw-explorer .cw-maps button{padding:0;min-height:0;border:2px solid transparent;border-radius:3px;background:none;line-height:0}
.cw-explorer .cw-maps button[aria-pressed="true"]{border-color:var(--cw-orange)}.cw-explorer .cw-maps canvas{background:#000}
.cw-explorer .cw-bar span{display:block;font-size:12px;line-height:1.3}.cw-explorer .cw-bar{min-width:18px}
.cw-explorer .cw-map canvas{width:38px;height:38px;object-fit:contain;image-rendering:pixelated}
.cw-explorer [hidden]{display:none}.cw-explorer .cw-total{font-size:15px}
.cw-explorer .cw-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:no-preference){.cw-explorer .cw-flip input::before{transition:left .15s}}
`;
