import { sceneBase } from "../shared/sceneBase.js";

/** Lines of the picture, in the colours of all. */
export const sceneStyle = `${sceneBase}.cw-scene .cw-band{fill:rgba(var(--cw-tint),.1)}
.cw-scene .cw-axis{stroke:var(--cw-hair);stroke-width:1}
.cw-scene .cw-stem{stroke-width:2;fill:none}
.cw-scene line.cw-signal{stroke:var(--cw-blue)}.cw-scene circle.cw-signal{fill:var(--cw-blue)}
.cw-scene line.cw-kernel{stroke:var(--cw-orange)}
.cw-scene .cw-hollow{fill:var(--cw-paper);stroke:var(--cw-orange);stroke-width:2}
.cw-scene line.cw-output{stroke:var(--cw-green);opacity:.75}.cw-scene circle.cw-output{fill:var(--cw-green)}
.cw-scene line.cw-now{opacity:1;stroke-width:3}.cw-scene circle.cw-now{stroke:var(--cw-paper);stroke-width:2}
.cw-scene .cw-open{fill:none;stroke:var(--cw-hair);stroke-width:1.5}
.cw-scene rect.cw-kernel.cw-cell{stroke:var(--cw-orange);stroke-width:1.5}
.cw-scene text.cw-now{font-weight:700}
.cw-scene .cw-tick{fill:var(--cw-soft);font-size:11px}.cw-scene .cw-sign{fill:var(--cw-soft);font-size:11px}
.cw-scene .cw-mode{fill:var(--cw-hair);opacity:.45}.cw-scene .cw-kept{fill:var(--cw-green);opacity:.22}
.cw-scene .cw-mode-name{font-size:11px}.cw-scene .cw-left{text-anchor:start}
`;
