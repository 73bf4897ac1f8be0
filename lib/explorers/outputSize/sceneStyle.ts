import { sceneBase } from "../shared/sceneBase.js";

/** Lines of the picture, in the colours of all. */
export const sizeSceneStyle = `${sceneBase}.cw-scene rect.cw-window{fill:var(--cw-orange);opacity:.28}
.cw-scene line.cw-window{stroke:var(--cw-orange);stroke-width:1.5;opacity:.35}
.cw-scene rect.cw-window.cw-now,.cw-scene line.cw-window.cw-now{opacity:1}
.cw-scene rect.cw-lit{stroke:var(--cw-orange);stroke-width:2.5;fill:rgba(var(--cw-tint),.16)}
.cw-scene rect.cw-output.cw-lit{stroke:var(--cw-green)}
.cw-scene text.cw-lit{font-weight:700}
.cw-scene rect.cw-lost{fill:none;stroke:var(--cw-soft)}.cw-scene text.cw-lost{fill:var(--cw-soft)}
.cw-scene .cw-strike{stroke:var(--cw-soft);stroke-width:1.5}
.cw-scene .cw-cone{fill:rgba(var(--cw-tint),.12)}
.cw-scene .cw-count{fill:var(--cw-soft);font-size:11px}
`;
